package org.signalbox.webhook;

import java.time.Duration;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.event.Change;
import org.signalbox.hal.Reference;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Writes down what is done to webhooks. Of secrets and header values no more than that. */
@Component
public final class WebhookAudit {
    private static final String SECRET = "secret";
    private static final String HEADER_VALUE = "headerValue";

    /** How a webhook fares is nothing that anybody writes. */
    private static final Standing NONE =
            new Standing(WebhookStatus.ACTIVE, null, null, null, 0, 0, null);

    private final AuditTrail audit;
    private final Projects projects;

    WebhookAudit(AuditTrail audit, Projects projects) {
        this.audit = audit;
        this.projects = projects;
    }

    /** What is done to a webhook, but leaves it as it is. */
    public static Deed deed(AuditAction action, Webhook webhook) {
        return Deed.of(action, "Webhook", webhook.id(), webhook.name());
    }

    void created(Tx tx, Actor actor, Webhook webhook) {
        Deed deed =
                deed(AuditAction.WEBHOOK_CREATED, webhook)
                        .with(WebhookHal.WEBHOOK.values(detail(tx, webhook), Change::new));
        deed = webhook.header() == null ? deed : deed.withSecret(HEADER_VALUE);
        audit.append(tx, actor, webhook.secrets().isEmpty() ? deed : deed.withSecret(SECRET));
    }

    void updated(Tx tx, Actor actor, Webhook before, Webhook after) {
        Deed deed =
                deed(AuditAction.WEBHOOK_UPDATED, after)
                        .with(
                                WebhookHal.WEBHOOK.changes(
                                        detail(tx, before), detail(tx, after), Change::new));
        if (!value(before).equals(value(after))) {
            deed = deed.withSecret(HEADER_VALUE);
        }
        if (!before.secrets().equals(after.secrets())) {
            deed = deed.withSecret(SECRET);
        }
        if (deed.changedAnything()) {
            audit.append(tx, actor, deed);
        }
    }

    void deleted(Tx tx, Actor actor, Webhook webhook) {
        audit.append(
                tx,
                actor,
                deed(AuditAction.WEBHOOK_DELETED, webhook)
                        .with(
                                WebhookHal.WEBHOOK.values(
                                        detail(tx, webhook),
                                        (nothing, value) -> new Change(value, nothing))));
    }

    void rotated(Tx tx, Actor actor, Webhook webhook, Duration overlap) {
        audit.append(
                tx,
                actor,
                deed(AuditAction.WEBHOOK_SECRET_ROTATED, webhook)
                        .with("overlap", overlap.toString())
                        .withSecret(SECRET));
    }

    private WebhookDetail detail(View view, Webhook webhook) {
        List<Reference> chosen =
                projects.all(view, webhook.subscription().projects()).stream()
                        .map(Project::reference)
                        .toList();
        return new WebhookDetail(webhook, chosen, NONE);
    }

    private static String value(Webhook webhook) {
        return webhook.header() == null ? "" : webhook.header().value();
    }
}
