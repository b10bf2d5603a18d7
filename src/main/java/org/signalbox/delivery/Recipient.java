package org.signalbox.delivery;

import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Webhook;

/**
 * A webhook and what it got of an event.
 *
 * @param name of the event, as it went out; null when it did not
 * @param last attempt; null when there was none
 */
public record Recipient(
        Webhook webhook, Verdict verdict, @Nullable String name, @Nullable Attempt last) {}
