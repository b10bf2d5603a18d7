package org.signalbox.rm;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a client wrote: as JSON, as a form or as parameters of the query. A parameter of
 * controllers.
 */
record RmBody(ObjectNode sent) {

    /** The same with this value, whatever was sent for it; for what the path says already. */
    RmBody with(String name, long id) {
        return new RmBody(sent.deepCopy().put(name, id));
    }
}
