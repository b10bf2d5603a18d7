package org.signalbox.delivery;

import org.springframework.stereotype.Component;

/** Where the delivery log stands. */
@Component
record DeliveryTables(
        DeliveryStore log,
        AttemptStore attempts,
        SetAsideStore asides,
        TestDeliveryStore tests,
        SkipStore skips,
        Merges merges) {}
