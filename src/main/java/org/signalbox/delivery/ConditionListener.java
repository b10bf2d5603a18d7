package org.signalbox.delivery;

import org.signalbox.store.Tx;
import org.signalbox.webhook.WebhookState;

/** Somebody to be told when a webhook begins to fare otherwise. */
public interface ConditionListener {

    /** Called in the transaction that records the change; what it does there must be quick. */
    void changed(Tx tx, WebhookState state, Condition before, Condition now);
}
