/**
 * People: who they are, how they prove it, and what they may.
 *
 * <p>{@link Users} keeps the people, {@link Passwords} and {@link ApiTokens} let them in, {@link
 * Access} answers what an {@link Actor} may do and where. A password or token is never stored, only
 * its hash; what a request may do is asked of the database each time, so a lock or a lost role
 * takes effect at once.
 */
@NullMarked
package org.signalbox.account;

import org.jspecify.annotations.NullMarked;
