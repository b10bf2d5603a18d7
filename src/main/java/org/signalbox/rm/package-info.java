/**
 * The API of Resource Management by Smartsheet, for programs that were made for it: its addresses,
 * objects, pages and errors on the rules of this server.
 *
 * <p>What a client sends is turned into what API v3 takes ({@link org.signalbox.rm.RmFields}),
 * given to the same rules, and what they refuse is told in the names that the client used. Nothing
 * is decided here.
 */
@NullMarked
package org.signalbox.rm;

import org.jspecify.annotations.NullMarked;
