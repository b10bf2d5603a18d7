/**
 * Measures a running Signalbox from outside: posts events over HTTP, receives the deliveries, and
 * compares with what the bare HTTP client reaches.
 *
 * <p>A {@link org.signalbox.bench.Row} is one line of work; a {@link org.signalbox.bench.Stage}
 * holds what it needs: a {@link org.signalbox.bench.Server} in a process of its own, the {@link
 * org.signalbox.bench.Receiver}, the raw client. Whatever was answered with 2xx must arrive exactly
 * as often as it must, or the row fails.
 */
@NullMarked
package org.signalbox.bench;

import org.jspecify.annotations.NullMarked;
