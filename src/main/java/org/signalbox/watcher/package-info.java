/** Watchers: who wants to know what happens to a work package. */
@NullMarked
package org.signalbox.watcher;

import org.jspecify.annotations.NullMarked;
