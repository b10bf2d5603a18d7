package org.signalbox.webhook;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Webhooks with everything that is shown of them. For administrators. */
@Component
public final class WebhookDetails {
    private final Database database;
    private final WebhookStore store;
    private final Projects projects;

    /** Asked for late: the engine that knows them needs the webhooks first. */
    private final ObjectProvider<Standings> standings;

    WebhookDetails(
            Database database,
            WebhookStore store,
            Projects projects,
            ObjectProvider<Standings> standings) {
        this.database = database;
        this.store = store;
        this.projects = projects;
        this.standings = standings;
    }

    public WebhookDetail show(Actor actor, long id) {
        actor.requireAdmin();
        return database.read(
                view -> of(view, store.find(view, id).orElseThrow(Refusal.NotFound::new)));
    }

    /** All of them, by id. */
    public List<WebhookDetail> all(Actor actor) {
        actor.requireAdmin();
        return database.read(
                view -> store.all(view).stream().map(webhook -> of(view, webhook)).toList());
    }

    /** These, in their order. */
    public List<WebhookDetail> of(Actor actor, List<Webhook> webhooks) {
        actor.requireAdmin();
        return database.read(view -> webhooks.stream().map(webhook -> of(view, webhook)).toList());
    }

    public Found<WebhookDetail> list(Actor actor, Listing listing) {
        actor.requireAdmin();
        var selection = WebhookHal.WEBHOOK.select(listing, actor.user().id());
        return database.read(view -> {
            var found = store.list(view, selection);
            return new Found<>(
                    found.total(),
                    found.elements().stream().map(webhook -> of(view, webhook)).toList());
        });
    }

    WebhookDetail of(View view, Webhook webhook) {
        var chosen =
                projects.all(view, webhook.subscription().projects()).stream()
                        .map(Project::reference)
                        .toList();
        return new WebhookDetail(
                webhook, List.copyOf(chosen), standings.getObject().of(view, webhook));
    }
}
