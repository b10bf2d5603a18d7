/** Whether promises are kept when processes die, disks fill up, and others behave badly. */
@NullMarked
package org.signalbox.faults;

import org.jspecify.annotations.NullMarked;
