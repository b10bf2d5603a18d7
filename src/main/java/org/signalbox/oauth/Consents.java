package org.signalbox.oauth;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.store.Database;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has to be asked. For a public application always: without a secret another
 * program could come in its name, and nobody would notice.
 */
@Component
public final class Consents implements OAuth2AuthorizationConsentService {
    private final Database database;
    private final ConsentStore store;
    private final ApplicationStore applications;
    private final InstantSource time;
    private final OAuthAudit audit;

    Consents(
            Database database,
            ConsentStore store,
            ApplicationStore applications,
            InstantSource time,
            OAuthAudit audit) {
        this.database = database;
        this.store = store;
        this.applications = applications;
        this.time = time;
        this.audit = audit;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        Actor actor = answering();
        long user = Long.parseLong(consent.getPrincipalName());
        long application = Long.parseLong(consent.getRegisteredClientId());
        database.run(tx -> {
            if (store.insert(tx, user, application, time.instant())) {
                audit.allowed(tx, actor, application);
            }
        });
    }

    /** Who says yes, and from where. */
    private static Actor answering() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new IllegalStateException("Nobody is asked but who is signed in");
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        long user = Long.parseLong(consent.getPrincipalName());
        long application = Long.parseLong(consent.getRegisteredClientId());
        database.run(tx -> store.delete(tx, user, application));
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(
            String registeredClientId, String principalName) {
        long user = Long.parseLong(principalName);
        long application = Long.parseLong(registeredClientId);
        boolean given =
                database.read(view ->
                        store.find(view, user, application).isPresent()
                                && applications
                                        .find(view, application)
                                        .filter(Application::confidential)
                                        .isPresent());
        return given
                ? OAuth2AuthorizationConsent.withId(registeredClientId, principalName)
                        .scope(OAuthTokens.SCOPE)
                        .build()
                : null;
    }
}
