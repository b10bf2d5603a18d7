package org.signalbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who asks, for this one request: looked up just now, kept nowhere. */
final class ActorAuthentication extends AbstractAuthenticationToken {
    static final String ADMIN = "ROLE_ADMIN";

    private static final List<GrantedAuthority> ADMINS =
            AuthorityUtils.createAuthorityList(ADMIN, "ROLE_USER");
    private static final List<GrantedAuthority> USERS =
            AuthorityUtils.createAuthorityList("ROLE_USER");

    private final transient Actor actor;

    ActorAuthentication(Actor actor) {
        super(actor.isAdmin() ? ADMINS : USERS);
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return Long.toString(actor.user().id());
    }
}
