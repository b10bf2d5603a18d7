/**
 * Those for whom work is done: companies and other clients, with how to reach them.
 *
 * <p>{@link org.signalbox.client.Clients} holds the rules. What belongs to a client, as projects
 * do, implements {@link org.signalbox.client.HeldByClient}.
 */
@NullMarked
package org.signalbox.client;

import org.jspecify.annotations.NullMarked;
