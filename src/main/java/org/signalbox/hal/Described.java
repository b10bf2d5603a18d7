package org.signalbox.hal;

import java.util.List;

/** A {@code …Resource} that says how what it answers and takes looks. */
public interface Described {

    /** The shapes that are its own; others may name them. */
    List<Shape> shapes();
}
