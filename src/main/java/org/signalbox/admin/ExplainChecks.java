package org.signalbox.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Explanation;
import org.signalbox.delivery.Verdict;
import org.signalbox.event.Event;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Match.Rule;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;

/** What was checked, in its order, up to what decided; the rest was not reached. */
record ExplainChecks(
        Explanation explanation,
        WebhookDetail webhook,
        Formats formats,
        About about,
        Wording wording) {

    List<ExplainView.Check> checks() {
        List<ExplainView.Check> checks = new ArrayList<>();
        Rule rule = explanation.match().rule();
        checks.add(enabled(rule));
        checks.add(rule.compareTo(Rule.TYPE) < 0 ? notReached("type") : type(rule));
        checks.add(rule.compareTo(Rule.PROJECT) < 0 ? notReached("project") : project(rule));
        if (rule == Rule.OTHER) {
            checks.add(decided("own"));
        }
        checks.add(delivery());
        return checks;
    }

    private ExplainView.Check enabled(Rule rule) {
        Webhook asked = explanation.webhook();
        Event event = explanation.event();
        if (rule == Rule.EXISTS) {
            return decided(
                    "exists",
                    value("exists", wording.moment(asked.createdAt())),
                    value("happened", wording.moment(event.occurredAt())));
        }
        if (rule == Rule.ENABLED) {
            String by = explanation.by();
            Instant at = explanation.at();
            String since = at == null ? Wording.NOTHING : wording.minute(at);
            String off = by == null ? since : wording.say("status.paused.person", by, since);
            return decided(
                    "enabled",
                    value("off", off),
                    value("happened", wording.moment(event.occurredAt())));
        }
        return passed(
                "enabled",
                wording.say("explain.check.enabled.text", wording.day(asked.createdAt())));
    }

    private ExplainView.Check type(Rule rule) {
        Subscription then = then();
        String type = explanation.event().type();
        if (rule == Rule.TYPE) {
            String wanted = String.join(", ", then.events());
            return decided(
                    "type",
                    value("events", wanted.isEmpty() ? wording.say("webhooks.no_events") : wanted),
                    value("type", type));
        }
        String covering =
                then.events().stream()
                        .filter(name -> covers(name, type))
                        .findFirst()
                        .orElse(String.valueOf(explanation.match().name()));
        return passed("type", wording.say("explain.check.type.text", covering, type));
    }

    private boolean covers(String name, String type) {
        return name.equals(explanation.match().name())
                || name.equals("*")
                || (name.endsWith(".*") && type.startsWith(name.substring(0, name.length() - 1)));
    }

    private ExplainView.Check project(Rule rule) {
        if (rule == Rule.PROJECT) {
            SubscriptionWords words =
                    new SubscriptionWords(formats.get(then().format()), then(), wording);
            return decided(
                    "project",
                    value("projects", words.projects(webhook.projects())),
                    value(
                            "project",
                            about.project().isEmpty()
                                    ? wording.say("explain.no_project")
                                    : about.project()));
        }
        return passed(
                "project",
                then().allProjects()
                        ? wording.say("webhooks.all_projects")
                        : wording.say("explain.check.project.text", about.project()));
    }

    private ExplainView.Check delivery() {
        Verdict verdict = explanation.verdict();
        if (!verdict.wasForIt()) {
            return new ExplainView.Check(
                    "idle",
                    "circle-dashed",
                    wording.say("explain.check.delivery"),
                    wording.say("explain.check.delivery.none"),
                    List.of(),
                    null);
        }
        String text = wording.say("explain.delivery." + verdict.word());
        boolean good = verdict == Verdict.DELIVERED;
        String by = explanation.by();
        Instant at = explanation.at();
        List<Named> values =
                by == null || at == null
                        ? List.of()
                        : List.of(value("person", by), value("moment", wording.moment(at)));
        return new ExplainView.Check(
                good ? "ok" : "warn",
                good ? "circle-check" : "circle-minus",
                wording.say("explain.check.delivery"),
                text,
                values,
                explanation.match().wanted() || explanation.delivery() == null
                        ? null
                        : wording.say("explain.sent_again"));
    }

    private ExplainView.Check passed(String key, String text) {
        return new ExplainView.Check(
                "ok",
                "circle-check",
                wording.say("explain.check." + key + ".passed"),
                text,
                List.of(),
                null);
    }

    private ExplainView.Check decided(String key, Named... values) {
        return new ExplainView.Check(
                "warn",
                "circle-minus",
                wording.say("explain.check." + key + ".failed"),
                wording.say("explain.check." + key + ".failed.text"),
                List.of(values),
                now());
    }

    private ExplainView.Check notReached(String key) {
        return new ExplainView.Check(
                "idle",
                "circle-dashed",
                wording.say("explain.check." + key),
                wording.say("explain.not_reached"),
                List.of(),
                null);
    }

    /** Where it would get such an event by what it wants now. */
    private @Nullable String now() {
        return formats.labelNow(explanation.webhook(), explanation.event()).isPresent()
                ? wording.say("explain.now")
                : null;
    }

    private Subscription then() {
        Subscription then = explanation.match().then();
        return then == null ? explanation.webhook().subscription() : then;
    }

    private Named value(String key, String value) {
        return new Named(wording.say("explain.value." + key), value);
    }
}
