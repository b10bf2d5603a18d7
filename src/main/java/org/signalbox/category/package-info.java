/** Categories: how a project sorts its work, and who gets the work of a category at first. */
@NullMarked
package org.signalbox.category;

import org.jspecify.annotations.NullMarked;
