package org.signalbox.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Condition;

/**
 * What administrators know of a webhook, and what is to be told them.
 *
 * @param told what they were told last
 * @param toldAt null when they were never told anything
 * @param news what holds now
 * @param state the webhook's, as JSON
 */
record Notice(
        long webhookId, Condition told, @Nullable Instant toldAt, Condition news, String state) {}
