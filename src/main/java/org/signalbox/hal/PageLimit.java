package org.signalbox.hal;

/** How many elements a request gets at most, whatever it asks for. */
public interface PageLimit {

    /** The limit that holds now. */
    int max();
}
