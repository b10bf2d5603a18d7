/**
 * Background work: a {@link org.signalbox.loop.Loop} runs one pass after another until the server
 * stops, is woken when there is something to do, and counts what should not happen.
 */
@NullMarked
package org.signalbox.loop;

import org.jspecify.annotations.NullMarked;
