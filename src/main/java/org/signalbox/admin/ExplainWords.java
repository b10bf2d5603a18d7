package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.Delivery;
import org.signalbox.delivery.Explanation;
import org.signalbox.delivery.Recipient;
import org.signalbox.delivery.Verdict;
import org.signalbox.event.Event;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.WebhookDetail;

/** An explanation, in words. */
record ExplainWords(
        Explanation explanation,
        WebhookDetail webhook,
        Formats formats,
        About about,
        Wording wording) {

    ExplainView.Result result() {
        Event event = explanation.event();
        int uninterested = explanation.uninterested();
        return new ExplainView.Result(
                VerdictWords.badge(explanation.verdict(), sentence()),
                event.type(),
                aboutLine(event),
                wording.moment(event.occurredAt()),
                new ExplainChecks(explanation, webhook, formats, about, wording).checks(),
                ways(event),
                explanation.others().stream().map(this::other).toList(),
                uninterested == 0 ? null : wording.say("explain.uninterested", uninterested),
                event.sequence(),
                facts(event),
                Code.of(event.data()));
    }

    private List<Named> facts(Event event) {
        List<Named> facts = new ArrayList<>();
        facts.add(
                Named.link(
                        wording.say("delivery.sequence"),
                        wording.count(event.sequence()),
                        EventsPage.path(event.sequence())));
        facts.add(new Named(wording.say("delivery.webhook_id"), event.id(), "mono"));
        facts.add(
                Named.link(
                        wording.say("explain.subject"),
                        new EventWords(wording).subject(event),
                        EventsPage.about(event.subject())));
        Long project = event.projectId();
        if (project != null && !about.project().isEmpty()) {
            facts.add(
                    Named.link(
                            wording.say("events.column.project"),
                            about.project(),
                            "/projects/" + project));
        }
        return facts;
    }

    private String sentence() {
        Verdict verdict = explanation.verdict();
        Delivery delivery = explanation.delivery();
        Attempt last = delivery == null ? null : delivery.last();
        String key = "explain.verdict." + verdict.word();
        return switch (verdict) {
            case DELIVERED ->
                    last == null
                            ? wording.say("state.delivered")
                            : wording.say(
                                    key,
                                    wording.moment(last.startedAt()),
                                    new AttemptWords(wording).answer(last).text(),
                                    last.number());
            case RETRYING ->
                    delivery == null || delivery.nextAttemptAt() == null
                            ? wording.say("state.retrying")
                            : wording.say(
                                    key,
                                    delivery.attempts().size(),
                                    wording.moment(delivery.nextAttemptAt()));
            case FAILED -> wording.say(key, delivery == null ? 0 : delivery.attempts().size());
            case PAUSED -> wording.say(key, webhook.webhook().name());
            case SKIPPED ->
                    explanation.by() == null
                            ? wording.say(key)
                            : wording.say(key + ".by", explanation.by());
            default -> wording.say(key);
        };
    }

    /** "work_package.created, Work package 57 in Pier 4 refit, today 09:14:02 by Sam Becker". */
    private String aboutLine(Event event) {
        String what = new EventWords(wording).headline(event);
        String where =
                about.project().isEmpty()
                        ? what
                        : wording.say("explain.about.project", what, about.project());
        String when = wording.moment(event.occurredAt());
        return about.actor().isEmpty()
                ? where + ", " + when
                : wording.say("explain.about.actor", where, when, about.actor());
    }

    private List<ExplainView.Way> ways(Event event) {
        long id = explanation.webhook().id();
        String path = WebhooksPage.path(id);
        String sequence = Long.toString(event.sequence());
        Delivery delivery = explanation.delivery();
        List<ExplainView.Way> ways = new ArrayList<>();
        switch (explanation.verdict()) {
            case PAUSED -> ways.add(way("resume", path, "play"));
            case BEHIND ->
                    ways.add(
                            way(
                                    "earlier",
                                    DeliveryPage.path(id, String.valueOf(explanation.heldBackBy())),
                                    "clock"));
            case MERGED -> ways.add(way("merged", DeliveryPage.path(id, sequence), "clock"));
            case DISABLED, SWITCHED_OFF -> ways.add(way("enable", path, "power"));
            case TYPE -> ways.add(way("events", path + "/edit#events", "pencil"));
            case PROJECT -> ways.add(way("projects", path + "/edit#projects_selection", "pencil"));
            default -> {}
        }
        if (delivery != null) {
            ways.add(way("delivery", DeliveryPage.path(id, delivery.id()), "rotate-cw"));
        }
        if (!explanation.verdict().isForIt() && explanation.verdict() != Verdict.OWN) {
            String since = wording.field(event.occurredAt());
            ways.add(way("replay", path + "/replay?scope=all&since=" + since, "history"));
        }
        return ways;
    }

    private ExplainView.Way way(String key, String href, String icon) {
        return new ExplainView.Way(
                wording.say("explain.way." + key + ".text", about.project()),
                href,
                icon,
                wording.say("explain.way." + key));
    }

    private ExplainView.Other other(Recipient recipient) {
        VerdictWords words = new VerdictWords(wording);
        return new ExplainView.Other(
                recipient.webhook().name(),
                ExplainPage.path(recipient.webhook().id(), explanation.event().sequence()),
                words.badge(recipient.verdict()),
                words.detail(recipient, explanation.event()));
    }
}
