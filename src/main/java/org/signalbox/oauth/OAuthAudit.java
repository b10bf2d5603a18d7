package org.signalbox.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.event.Change;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** What is written down of applications and of what people allowed them. */
@Component
final class OAuthAudit {
    private static final String TYPE = "OAuthApplication";
    private static final String SECRET = "secret";

    private final AuditTrail trail;
    private final ApplicationStore applications;
    private final Users users;

    OAuthAudit(AuditTrail trail, ApplicationStore applications, Users users) {
        this.trail = trail;
        this.applications = applications;
        this.users = users;
    }

    void created(Tx tx, Actor actor, Application application) {
        Deed deed = deed(AuditAction.OAUTH_APPLICATION_CREATED, application);
        Map<String, Change> fields = new LinkedHashMap<>();
        fields(application).forEach((name, value) -> fields.put(name, new Change(null, value)));
        Deed full = deed.with(fields);
        trail.append(tx, actor, application.confidential() ? full.withSecret(SECRET) : full);
    }

    void changed(Tx tx, Actor actor, Application before, Application after) {
        Map<String, Object> old = fields(before);
        Map<String, Change> changes = new LinkedHashMap<>();
        fields(after)
                .forEach((name, value) -> {
                    if (!Objects.equals(old.get(name), value)) {
                        changes.put(name, new Change(old.get(name), value));
                    }
                });
        Deed deed = deed(AuditAction.OAUTH_APPLICATION_UPDATED, after).with(changes);
        if (before.confidential() != after.confidential()) {
            deed = deed.withSecret(SECRET);
        }
        if (deed.changedAnything()) {
            trail.append(tx, actor, deed);
        }
    }

    void renewed(Tx tx, Actor actor, Application application) {
        Deed deed = deed(AuditAction.OAUTH_APPLICATION_SECRET_RENEWED, application);
        trail.append(tx, actor, deed.withSecret(SECRET));
    }

    void deleted(Tx tx, Actor actor, Application application) {
        trail.append(tx, actor, deed(AuditAction.OAUTH_APPLICATION_DELETED, application));
    }

    /** Somebody said yes. */
    void allowed(Tx tx, Actor actor, long applicationId) {
        append(tx, actor, AuditAction.OAUTH_AUTHORISATION_GRANTED, applicationId, actor.user());
    }

    /** Somebody took it back. */
    void takenBack(Tx tx, Actor actor, long applicationId) {
        append(
                tx,
                actor,
                AuditAction.OAUTH_AUTHORISATION_REVOKED,
                applicationId,
                users.find(tx, actor.user().id()).orElse(null));
    }

    /** The server ended it, as a code or a refresh token came twice. */
    void copied(Tx tx, Grant.Ended grant) {
        append(
                tx,
                Actor.system(),
                AuditAction.OAUTH_AUTHORISATION_REVOKED,
                grant.applicationId(),
                users.find(tx, grant.userId()).orElse(null));
    }

    private void append(
            Tx tx, Actor actor, AuditAction action, long applicationId, @Nullable User user) {
        Application application = applications.find(tx, applicationId).orElseThrow();
        Deed deed = deed(action, application);
        trail.append(tx, actor, user == null ? deed : deed.with("user", user.name()));
    }

    private static Deed deed(AuditAction action, Application application) {
        return Deed.of(action, TYPE, application.id(), application.name());
    }

    private static Map<String, Object> fields(Application application) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", application.name());
        fields.put("redirectUris", String.join(" ", application.redirectUris()));
        fields.put("confidential", application.confidential());
        Application.ActingUser user = application.user();
        fields.put("user", user == null ? "" : user.name());
        fields.put("enabled", application.enabled());
        return fields;
    }
}
