package org.signalbox.account;

/**
 * Who may use the API at all.
 *
 * @param required whether one has to be signed in; without, everybody reads what the role Anonymous
 *     allows in public projects
 */
public record LoginSettings(boolean required) {}
