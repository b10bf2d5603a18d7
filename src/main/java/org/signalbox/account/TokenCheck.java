package org.signalbox.account;

/** What became of a presented API token. */
public sealed interface TokenCheck {

    /** It is valid, and this is who asks. */
    record Accepted(Actor actor) implements TokenCheck {}

    /** There is no such token, or it expired, or it was revoked. */
    record Unknown() implements TokenCheck {}

    /** It is valid, but its owner may not use the system now. */
    record Locked() implements TokenCheck {}

    /** It is valid, but was given out for something else. */
    record TooNarrow() implements TokenCheck {}
}
