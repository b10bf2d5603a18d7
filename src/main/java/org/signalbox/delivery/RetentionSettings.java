package org.signalbox.delivery;

import java.time.Duration;

/** How long deliveries and events are kept once nothing needs them. */
public record RetentionSettings(Duration keep) {}
