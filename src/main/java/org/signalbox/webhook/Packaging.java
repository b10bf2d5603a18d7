package org.signalbox.webhook;

/** How events are wrapped up for a webhook, where its format leaves that open. */
public record Packaging(ContentMode mode, Payload payload) {

    /** What a webhook has unless it asks for another, and the only one of most formats. */
    public static final Packaging PLAIN = new Packaging(ContentMode.STANDARD, Payload.FULL);

    public boolean isPlain() {
        return equals(PLAIN);
    }
}
