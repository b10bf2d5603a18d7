package org.signalbox.store;

/** Which database answers, for the few statements that cannot be the same in both. */
public enum Dialect {
    SQLITE,
    POSTGRESQL
}
