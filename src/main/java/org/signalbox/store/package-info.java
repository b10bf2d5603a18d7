/**
 * The only door to the database: {@link org.signalbox.store.Database#read} and {@link
 * org.signalbox.store.Database#write}, each with a lambda.
 *
 * <p>A write is answered when it is durable, and not before. On SQLite one thread writes: it takes
 * what waits, runs each write in a savepoint of its own, commits once and then answers all. On
 * PostgreSQL each write is a transaction on a pooled connection. Reads see one consistent snapshot
 * and never wait for writes. Nothing outside this package opens a connection.
 */
@NullMarked
package org.signalbox.store;

import org.jspecify.annotations.NullMarked;
