package org.signalbox.attachment;

import tools.jackson.databind.node.ObjectNode;

/** What a client sent: what it says of the file, and the file. */
record Upload(ObjectNode metadata, Content content) {}
