package org.signalbox.store;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a database that is away, full or overloaded from a fault of the program. */
public final class Outage {
    private Outage() {}

    /** Whether the same read or write may well succeed later. */
    public static boolean is(Throwable failure) {
        return failure instanceof Overloaded
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException;
    }
}
