/**
 * Wiring: the entry point, the settings, the security chains and what ties the packages together.
 */
@NullMarked
package org.signalbox;

import org.jspecify.annotations.NullMarked;
