/**
 * What administrators set at run time about the API: whether applications get in, how large a page
 * may be, the documentation, and which origins browsers may call from.
 *
 * <p>It stands in one row of the database. Each node looks at the row again when what it knows is
 * half a second old and somebody asks, so a change takes effect everywhere without a restart.
 */
@NullMarked
package org.signalbox.setting;

import org.jspecify.annotations.NullMarked;
