/**
 * One signed HTTP POST and what came of it.
 *
 * <p>A {@link org.signalbox.sender.Sender} keeps to one deadline for the whole attempt, follows no
 * redirect, reads no more of an answer than it keeps watch over, and connects only to addresses
 * that the {@link org.signalbox.sender.AddressGuard} has vetted at that moment. Whatever happens on
 * the network comes back as an {@link org.signalbox.sender.Outcome}, never as an exception.
 *
 * <p>Knows no database and nothing of the product: no event, no webhook, no person.
 */
@NullMarked
package org.signalbox.sender;

import org.jspecify.annotations.NullMarked;
