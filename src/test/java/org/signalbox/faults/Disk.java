package org.signalbox.faults;

/** Something that can be full. */
interface Disk {

    /** From now on nothing more can be written. */
    void fill();

    /** There is room again. */
    void free();
}
