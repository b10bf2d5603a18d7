package org.signalbox.sender;

/** Why there is no answer. */
public enum Failure {
    TIMEOUT("Timeout"),
    REFUSED("Refused"),
    UNREACHABLE("Unreachable"),
    DNS("DNS"),
    TLS("TLS"),
    BLOCKED("Blocked"),
    CLOSED("Closed"),
    /** The answer is no HTTP, or more of it than anybody needs. */
    MALFORMED("Malformed"),
    /** This server was stopped meanwhile; says nothing about the receiver. */
    STOPPED("Stopped");

    private final String word;

    Failure(String word) {
        this.word = word;
    }

    /** One word for a table. */
    public String word() {
        return word;
    }
}
