/**
 * {@code ./run --demo}: sample work, a receiver that verifies signatures, and an hour that is
 * logged through the REST API a few seconds after the start. It uses the server from outside, as a
 * stranger would, and does nothing unless it is asked for.
 */
@NullMarked
package org.signalbox.demo;

import org.jspecify.annotations.NullMarked;
