package org.signalbox.store;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs statements on the connection of the read or write that is under way. */
record Statements(JdbcClient client, JdbcOperations operations, Dialect dialect) {}
