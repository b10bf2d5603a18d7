/**
 * Subscriptions: who gets which events, where, in which format and how fast, and the secrets that
 * requests are signed with.
 *
 * <p>What a webhook is subscribed to has a history, so that an event is matched with what was
 * wanted when it happened, however late it is looked at. All webhooks are kept in memory, as the
 * engine asks for them with every event. Secrets are encrypted in the database and never leave the
 * server but in signatures.
 *
 * <p>The formats of payloads and what has become of deliveries are known here as ports only: {@link
 * org.signalbox.webhook.Format} and {@link org.signalbox.webhook.Standings}.
 */
@NullMarked
package org.signalbox.webhook;

import org.jspecify.annotations.NullMarked;
