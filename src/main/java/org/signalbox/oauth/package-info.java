/**
 * Applications that act for people: the rules and the storage behind the OAuth 2 endpoints.
 *
 * <p>An {@link Application} is registered by an administrator. A person allows it to act for them,
 * or it acts for the user that was chosen for it; either way there is a grant, with all tokens that
 * came of it. Secrets, codes and tokens are random and kept only as hashes. A refresh token can be
 * used once: one that comes back ends its whole grant, for it was stolen or copied.
 *
 * <p>The protocol itself is Spring Security's. {@link RegisteredApplications}, {@link
 * Authorizations} and {@link Consents} are what it asks for its clients, authorizations and
 * consents.
 */
@NullMarked
package org.signalbox.oauth;

import org.jspecify.annotations.NullMarked;
