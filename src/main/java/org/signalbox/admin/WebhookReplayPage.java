package org.signalbox.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Deliveries;
import org.signalbox.hal.Refusal;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.WebhookStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends again what happened in a span of time, once it was said how much that is. */
@Controller
@RequestMapping(WebhooksPage.PATH + "/{id}/replay")
class WebhookReplayPage {
    private static final String FAILED = "failed";
    private static final String ALL = "all";

    private final WebhookDetails details;
    private final Deliveries deliveries;

    WebhookReplayPage(WebhookDetails details, Deliveries deliveries) {
        this.details = details;
        this.deliveries = deliveries;
    }

    /**
     * What was asked for.
     *
     * @param counted what the number that was seen is of
     */
    record Wish(String since, String until, String scope, String counted) {
        boolean onlyFailed() {
            return !ALL.equals(scope);
        }

        public String text() {
            return since + " " + until + " " + (onlyFailed() ? FAILED : ALL);
        }

        boolean wasCounted() {
            return text().equals(counted);
        }
    }

    @GetMapping
    String ask(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = FAILED) String scope,
            Model model,
            Wording wording) {
        Instant end = wording.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        String from = since.isEmpty() ? wording.field(end.minus(Duration.ofDays(1))) : since;
        String to = until.isEmpty() ? wording.field(end) : until;
        return ask(actor, id, new Wish(from, to, scope, ""), model, wording);
    }

    /** Asks again where the number that was seen is of something else. */
    @PostMapping
    String replay(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = FAILED) String scope,
            @RequestParam(defaultValue = "") String counted,
            Model model,
            Wording wording,
            RedirectAttributes redirect) {
        Wish wish = new Wish(since, until, scope, counted);
        Instant from = wording.read(since).orElse(null);
        Instant to = wording.read(until).orElse(null);
        if (from == null || to == null || !wish.wasCounted()) {
            return ask(actor, id, wish, model, wording);
        }
        long count = deliveries.replay(actor, id, from, to, wish.onlyFailed());
        WebhookDetail detail = details.show(actor, id);
        boolean paused = detail.standing().status() == WebhookStatus.PAUSED;
        String sent =
                paused
                        ? wording.say("flash.replayed.paused", count, detail.webhook().name())
                        : wording.say("flash.replayed", count);
        redirect.addFlashAttribute("flash", Flash.done(sent));
        return "redirect:" + WebhooksPage.path(id);
    }

    private String ask(Actor actor, long id, Wish wish, Model model, Wording wording) {
        WebhookDetail detail = details.show(actor, id);
        model.addAttribute("webhook", detail.webhook());
        model.addAttribute("wish", wish);
        model.addAttribute("all", !wish.onlyFailed());
        long count = count(actor, id, wish, model, wording);
        model.addAttribute("count", count);
        boolean paused = detail.standing().status() == WebhookStatus.PAUSED;
        model.addAttribute(
                "words",
                wording.say(count > 0 && paused ? "replay.count.paused" : "replay.count", count));
        model.addAttribute("submit", wording.say("replay.submit", count));
        return "webhook-replay";
    }

    /** None where the span is none. */
    private long count(Actor actor, long id, Wish wish, Model model, Wording wording) {
        Instant from = wording.read(wish.since()).orElse(null);
        Instant to = wording.read(wish.until()).orElse(null);
        if (from == null || to == null) {
            model.addAttribute("fault", wording.say("replay.no_time"));
            return 0;
        }
        try {
            return deliveries.countReplay(actor, id, from, to, wish.onlyFailed());
        } catch (Refusal.Invalid _) {
            model.addAttribute("fault", wording.say("replay.no_span"));
            return 0;
        }
    }
}
