package org.signalbox.work;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form for something that exists.
 *
 * @param document the thing as the API shows it
 */
record Opened(Sheet.Frame frame, List<Field> fields, ObjectNode document) {

    Opened {
        fields = List.copyOf(fields);
    }
}
