/** What tests share: the real server, a client for its API, and databases. */
@NullMarked
package org.signalbox.testing;

import org.jspecify.annotations.NullMarked;
