/**
 * What people should look at: work that was given to them, and what was said about it or to them.
 *
 * <p>{@link org.signalbox.notification.Notices} writes them in the transaction of what they tell
 * of. Whoever may not see the work package any more does not see them either.
 */
@NullMarked
package org.signalbox.notification;

import org.jspecify.annotations.NullMarked;
