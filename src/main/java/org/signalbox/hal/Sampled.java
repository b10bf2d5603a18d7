package org.signalbox.hal;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Something that can show how resources look, for the API's description. Each is a bean. */
public interface Sampled {

    /** Resources as single answers show them, by the name of their {@link Shape}. */
    Map<String, ObjectNode> samples();
}
