package org.signalbox.hal;

import tools.jackson.databind.node.ObjectNode;

/** The JSON object that a client sent; empty if it sent no body. A parameter of controllers. */
public record Body(ObjectNode json) {}
