package org.signalbox.account;

/** What an event about a person holds, and what the API's single representation needs. */
public record UserDetail(User user) {}
