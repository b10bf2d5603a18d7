package org.signalbox.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.Delivery;
import org.signalbox.delivery.DeliveryDetail;
import org.signalbox.delivery.DeliveryState;
import org.signalbox.event.Event;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookStatus;

/** One delivery, laid out. */
record DeliveryWords(WebhookDetail webhook, DeliveryDetail detail, About about, Wording wording) {
    private static final int BODY_MAX = 32_768;

    /**
     * @param wanted number of the attempt whose exchange is shown; the latest if there is none such
     * @param others how many other webhooks got the event
     */
    DeliveryView view(int wanted, long others) {
        Delivery delivery = detail.delivery();
        Event event = delivery.event();
        AttemptWords words = new AttemptWords(wording);
        Attempt chosen = chosen(wanted).orElse(null);
        String path = DeliveryPage.path(delivery.webhookId(), delivery.id());
        return new DeliveryView(
                delivery.id(),
                delivery.webhookId(),
                webhook.webhook().name(),
                wording.say("delivery.title", delivery.name(), webhook.webhook().name()),
                delivery.name(),
                subject(event),
                project(event),
                delivery.test() ? 0 : event.sequence(),
                wording.say("delivery.number", event.sequence()),
                chosen == null ? 0 : chosen.number(),
                delivery.test(),
                !delivery.test() && webhook.webhook().enabled(),
                words.badge(delivery.state()),
                banner(),
                words.verdict(delivery),
                words.steps(
                        delivery,
                        detail.delivery().attempts(),
                        isPaused(),
                        path,
                        chosen == null ? 0 : chosen.number()),
                facts(event, others),
                chosen == null ? null : response(chosen, words),
                chosen == null ? detail.url() : chosen.sent().url(),
                request(chosen));
    }

    /** "Time entry 812 · 1.5 h · Ana Lima". */
    private String subject(Event event) {
        return detail.delivery().test()
                ? wording.say("deliveries.sample")
                : new EventWords(wording).headline(event);
    }

    private @Nullable Named project(Event event) {
        Long id = event.projectId();
        return detail.delivery().test() || id == null || about.project().isEmpty()
                ? null
                : Named.link("", about.project(), "/projects/" + id);
    }

    /** The request of that attempt; of the latest if there is none such. */
    CurlCommand curl(int wanted) {
        Attempt chosen = chosen(wanted).orElse(null);
        return new CurlCommand(
                chosen == null ? detail.url() : chosen.sent().url(),
                chosen == null ? detail.requestHeaders() : detail.requestHeaders(chosen),
                detail.requestBody());
    }

    private Optional<Attempt> chosen(int wanted) {
        List<Attempt> attempts = detail.delivery().attempts();
        Optional<Attempt> found =
                attempts.stream().filter(attempt -> attempt.number() == wanted).findFirst();
        return found.isPresent() || attempts.isEmpty() ? found : Optional.of(attempts.getLast());
    }

    private boolean isPaused() {
        return webhook.standing().status() == WebhookStatus.PAUSED;
    }

    /** Only when something holds it. */
    private @Nullable Banner banner() {
        Delivery delivery = detail.delivery();
        DeliveryState state = delivery.state();
        String into = detail.mergedInto();
        if (into != null) {
            return merged(DeliveryPage.path(delivery.webhookId(), into));
        }
        if (state != DeliveryState.WAITING && state != DeliveryState.RETRYING) {
            return null;
        }
        String name = webhook.webhook().name();
        String earlier = detail.heldBackBy();
        if (isPaused()) {
            return new Banner(
                    "warn",
                    "circle-pause",
                    wording.say("delivery.paused"),
                    wording.say("delivery.paused.text", name),
                    new Banner.Way(
                            WebhooksPage.path(delivery.webhookId()),
                            "",
                            wording.say("delivery.paused.go", name)));
        }
        if (earlier != null) {
            return new Banner(
                    "warn",
                    "clock",
                    wording.say("delivery.held"),
                    wording.say("delivery.held.text"),
                    new Banner.Way(
                            DeliveryPage.path(delivery.webhookId(), earlier),
                            "",
                            wording.say("delivery.held.go")));
        }
        Instant next = delivery.nextAttemptAt();
        if (next == null) {
            return null;
        }
        String key = delivery.attempts().isEmpty() ? "delivery.gathers" : "delivery.retry";
        return new Banner(
                "warn",
                "clock",
                wording.say(key, wording.moment(next)),
                wording.say(key + ".text"),
                null);
    }

    private Banner merged(String path) {
        return new Banner(
                "idle",
                "clock",
                wording.say("delivery.merged"),
                wording.say("delivery.merged.text"),
                new Banner.Way(path, "", wording.say("delivery.merged.go")));
    }

    private List<Named> facts(Event event, long others) {
        Named happened =
                new Named(wording.say("delivery.happened"), wording.exact(event.occurredAt()));
        Named id = new Named(wording.say("delivery.webhook_id"), event.id(), "mono");
        if (detail.delivery().test()) {
            return List.of(happened, id);
        }
        List<Named> facts = new ArrayList<>();
        facts.add(happened);
        facts.add(new Named(wording.say("delivery.sequence"), wording.count(event.sequence())));
        facts.add(id);
        if (!about.actor().isEmpty()) {
            facts.add(new Named(wording.say("delivery.caused_by"), about.actor()));
        }
        if (detail.later() > 0) {
            facts.add(
                    new Named(
                            wording.say("delivery.same_subject"),
                            wording.say("delivery.later", detail.later())));
        }
        facts.add(
                Named.link(
                        wording.say("delivery.others"),
                        wording.say("delivery.others.got", others),
                        EventsPage.path(event.sequence())));
        return facts;
    }

    private DeliveryView.Response response(Attempt attempt, AttemptWords words) {
        Integer status = attempt.statusCode();
        return new DeliveryView.Response(
                words.answer(attempt),
                status == null ? "" : AttemptWords.reason(status),
                wording.say("attempt.which", attempt.number(), wording.took(attempt.duration())),
                words.response(attempt));
    }

    private Exchange request(@Nullable Attempt chosen) {
        String body = detail.requestBody();
        boolean cut = body.length() > BODY_MAX;
        return new Exchange(
                AttemptWords.lines(
                        chosen == null ? detail.requestHeaders() : detail.requestHeaders(chosen)),
                Code.of(cut ? body.substring(0, BODY_MAX) : body),
                cut
                        ? wording.say(
                                "body.cut", wording.size(BODY_MAX), wording.size(body.length()))
                        : null);
    }
}
