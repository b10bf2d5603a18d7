/**
 * Work packages, and the types, statuses and priorities that they have.
 *
 * <p>{@link org.signalbox.workpackage.WorkPackages} holds the rules. Whoever writes sends the lock
 * version they have seen, so that nobody overwrites what they do not know of.
 */
@NullMarked
package org.signalbox.workpackage;

import org.jspecify.annotations.NullMarked;
