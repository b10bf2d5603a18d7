/**
 * Versions: what is released together. One belongs to the project that defines it and can be shared
 * with others.
 */
@NullMarked
package org.signalbox.version;

import org.jspecify.annotations.NullMarked;
