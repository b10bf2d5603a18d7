package org.signalbox.sender;

/** What signs requests as Standard Webhooks has it: a shared secret, or the key of a pair. */
public sealed interface Signer permits Secret, SigningKey {

    /** How it is written down; whoever knows this can sign. */
    String text();

    /** The version and the signature of these parts in a row: {@code v1,…} or {@code v1a,…}. */
    String signature(byte[]... parts);
}
