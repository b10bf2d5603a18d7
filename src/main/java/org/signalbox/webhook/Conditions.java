package org.signalbox.webhook;

/**
 * What the system that a format comes from asks of its webhooks.
 *
 * @param httpsOnly whether receivers must be reached by {@code https}
 * @param perEventMax how many webhooks may want the same event
 * @param goneUnsubscribes whether a receiver that answers 410 switches its webhook off
 */
public record Conditions(boolean httpsOnly, int perEventMax, boolean goneUnsubscribes) {

    static final Conditions NONE = new Conditions(false, Integer.MAX_VALUE, false);
}
