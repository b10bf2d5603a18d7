package org.signalbox.client;

/** What an event about a client holds, and what its single representation needs. */
public record ClientDetail(Client client) {}
