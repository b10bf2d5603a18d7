package org.signalbox.sender;

import java.net.UnknownHostException;

/** A host that must not be connected to. Its message is a sentence for administrators. */
final class BlockedHost extends UnknownHostException {

    BlockedHost(String message) {
        super(message);
    }
}
