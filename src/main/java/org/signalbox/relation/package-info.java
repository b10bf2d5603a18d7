/** Relations: what one work package has to do with another. */
@NullMarked
package org.signalbox.relation;

import org.jspecify.annotations.NullMarked;
