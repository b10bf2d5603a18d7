package org.signalbox.admin;

import org.signalbox.webhook.Webhook;

/** What is said while the secret, or the key pair, of a webhook is exchanged. */
record RotationWords(Webhook webhook, Wording wording) {

    /** Whether a key pair signs, whose public half receivers know. */
    public boolean pair() {
        return webhook.publicKey().isPresent();
    }

    public String of(String key, Object... arguments) {
        return wording.say((pair() ? "rotate.key." : "rotate.secret.") + key, arguments);
    }
}
