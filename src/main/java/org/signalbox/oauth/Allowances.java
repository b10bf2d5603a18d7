package org.signalbox.oauth;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Principal;
import org.signalbox.account.SecretHash;
import org.signalbox.account.User;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** What people allowed applications: each sees their own, and can take it back. */
@Component
public final class Allowances implements Belongings {
    private final Database database;
    private final ConsentStore consents;
    private final GrantStore grants;
    private final ApplicationStore applications;
    private final InstantSource time;
    private final OAuthAudit audit;

    Allowances(
            Database database,
            ConsentStore consents,
            GrantStore grants,
            ApplicationStore applications,
            InstantSource time,
            OAuthAudit audit) {
        this.database = database;
        this.consents = consents;
        this.grants = grants;
        this.applications = applications;
        this.time = time;
        this.audit = audit;
    }

    /** What an application asks somebody now, and where they are sent back to. */
    public record Question(Application application, String redirectUri) {}

    /**
     * The question that waits for the answer of the one who asks.
     *
     * @param state under which it was asked
     * @throws Refusal.NotFound if there is none, or of somebody else
     */
    public Question question(Actor actor, String clientId, String state) {
        actor.requireSignedIn();
        return database.read(view -> {
            Grant grant =
                    asked(view, state)
                            .filter(open -> actor.is(open.userId()))
                            .orElseThrow(Refusal.NotFound::new);
            Application application =
                    applications
                            .find(view, grant.applicationId())
                            .filter(asking -> asking.clientId().equals(clientId))
                            .orElseThrow(Refusal.NotFound::new);
            Grant.Request request = grant.request();
            String uri = request == null ? null : request.redirectUri();
            return new Question(
                    application, uri == null ? application.redirectUris().getFirst() : uri);
        });
    }

    /** Those of the one who asks, by the application's name. */
    public List<Allowance> list(Actor actor) {
        actor.requireSignedIn();
        return database.read(view -> consents.ofUser(view, actor.user().id(), time.instant()));
    }

    /** One of them. */
    public Allowance show(Actor actor, long applicationId) {
        return list(actor).stream()
                .filter(allowance -> allowance.applicationId() == applicationId)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Takes it back; all tokens that came of it are useless at once. */
    public void revoke(Actor actor, long applicationId) {
        actor.requireSignedIn();
        long user = actor.user().id();
        database.run(tx -> {
            if (!consents.delete(tx, user, applicationId)) {
                throw new Refusal.NotFound();
            }
            grants.deleteGiven(tx, applicationId, user);
            audit.takenBack(tx, actor, applicationId);
        });
    }

    private Optional<Grant> asked(View view, String state) {
        return grants.byState(view, SecretHash.of(state))
                .filter(found -> time.instant().isBefore(found.expiresAt()))
                .map(Grant.Found::grant);
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        if (principal instanceof User user) {
            consents.deleteOfUser(tx, user.id());
            grants.deleteOfUser(tx, user.id());
            applications.forgetUser(tx, user.id());
        }
    }
}
