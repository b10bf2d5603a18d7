package org.signalbox.webhook;

import org.signalbox.store.View;

/** Knows how webhooks fare: the part of their representation that the engine keeps. */
public interface Standings {
    Standing of(View view, Webhook webhook);
}
