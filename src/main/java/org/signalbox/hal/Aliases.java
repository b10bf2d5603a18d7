package org.signalbox.hal;

/** Knows resources by other names than their numbers, as clients write them in links. */
public interface Aliases {

    /** The link with the number of what it leads to; others stay as they are. */
    String numbered(String href);
}
