package org.signalbox.sender;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks which addresses a name has. */
interface Lookup {
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
