package org.signalbox.admin;

import org.signalbox.account.Actor;
import org.signalbox.delivery.Deliveries;
import org.signalbox.delivery.DeliveryDetail;
import org.signalbox.delivery.DeliveryLog;
import org.signalbox.delivery.DeliveryState;
import org.signalbox.delivery.Recipients;
import org.signalbox.delivery.Verdict;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One delivery: the whole exchange, readable and repeatable. */
@Controller
@RequestMapping(WebhooksPage.PATH + "/{webhookId}/deliveries/{id}")
class DeliveryPage {
    private final WebhookDetails details;
    private final DeliveryLog log;
    private final Deliveries deliveries;
    private final Abouts abouts;
    private final Recipients recipients;

    DeliveryPage(
            WebhookDetails details,
            DeliveryLog log,
            Deliveries deliveries,
            Abouts abouts,
            Recipients recipients) {
        this.recipients = recipients;
        this.abouts = abouts;
        this.details = details;
        this.log = log;
        this.deliveries = deliveries;
    }

    /** Where a delivery is shown. */
    static String path(long webhookId, String id) {
        return WebhooksPage.path(webhookId) + "/deliveries/" + id;
    }

    /** Shows the exchange of that attempt, or of the latest. */
    @GetMapping
    String show(
            Actor actor,
            @PathVariable long webhookId,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int attempt,
            Model model,
            Wording wording) {
        WebhookDetail webhook = details.show(actor, webhookId);
        DeliveryDetail delivery = log.show(actor, webhookId, id);
        model.addAttribute(
                "delivery",
                new DeliveryWords(
                                webhook, delivery, abouts.of(delivery.delivery().event()), wording)
                        .view(attempt, others(actor, delivery)));
        return "delivery";
    }

    /** How many other webhooks got the event. */
    private long others(Actor actor, DeliveryDetail delivery) {
        return delivery.delivery().test()
                ? 0
                : recipients.of(actor, delivery.delivery().event()).stream()
                        .filter(one -> one.webhook().id() != delivery.delivery().webhookId())
                        .filter(one -> one.verdict() == Verdict.DELIVERED)
                        .count();
    }

    /** The request of that attempt, or of the latest, to be repeated in a shell. */
    @GetMapping(path = "/curl", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String curl(
            Actor actor,
            @PathVariable long webhookId,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int attempt,
            Wording wording) {
        WebhookDetail webhook = details.show(actor, webhookId);
        return new DeliveryWords(webhook, log.show(actor, webhookId, id), About.NOTHING, wording)
                .curl(attempt)
                .text();
    }

    /** When it goes out. */
    private static String becomes(DeliveryState before, WebhookDetail webhook, Wording wording) {
        if (webhook.standing().status() == WebhookStatus.PAUSED) {
            return wording.say("flash.redelivered.paused", webhook.webhook().name());
        }
        boolean waits = before == DeliveryState.WAITING || before == DeliveryState.RETRYING;
        return wording.say(waits ? "flash.redelivered.waits" : "flash.redelivered");
    }

    @PostMapping("/redeliver")
    String redeliver(
            Actor actor,
            @PathVariable long webhookId,
            @PathVariable String id,
            Wording wording,
            RedirectAttributes redirect) {
        DeliveryState before = log.show(actor, webhookId, id).delivery().state();
        deliveries.redeliver(actor, webhookId, id);
        WebhookDetail webhook = details.show(actor, webhookId);
        redirect.addFlashAttribute("flash", Flash.done(becomes(before, webhook, wording)));
        return "redirect:" + path(webhookId, id);
    }
}
