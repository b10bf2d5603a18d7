package org.signalbox.admin;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Deliveries;
import org.signalbox.delivery.DeliveryDetail;
import org.signalbox.delivery.DeliveryLog;
import org.signalbox.hal.Refusal;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One webhook: what is wrong, why, and what to do about it. */
@Controller
@RequestMapping(WebhooksPage.PATH + "/{id}")
class WebhookPage {
    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final WebhookViews views;

    WebhookPage(
            Webhooks webhooks,
            WebhookDetails details,
            Deliveries deliveries,
            DeliveryLog log,
            WebhookViews views) {
        this.webhooks = webhooks;
        this.details = details;
        this.deliveries = deliveries;
        this.log = log;
        this.views = views;
    }

    @GetMapping
    String show(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> filter,
            @RequestParam @Nullable String test,
            Model model,
            Wording wording) {
        WebhookDetail detail = details.show(actor, id);
        DeliveryDetail tested = test == null ? null : log.show(actor, id, test);
        model.addAttribute(
                "webhook", views.of(actor, detail, LogFilter.of(id, filter), tested, wording));
        return "webhook";
    }

    /** Sends the event of that name, or the first that the webhook wants. */
    @PostMapping("/test")
    String test(Actor actor, @PathVariable long id, @RequestParam @Nullable String event) {
        Webhook webhook = details.show(actor, id).webhook();
        String sent = deliveries.test(actor, id, event == null ? views.firstEvent(webhook) : event);
        return "redirect:" + WebhooksPage.path(id) + "?test=" + sent;
    }

    @PostMapping("/pause")
    String pause(Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        return done(
                actor, id, "flash.paused", wording, redirect, to -> deliveries.pause(actor, to));
    }

    @PostMapping("/resume")
    String resume(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        return done(
                actor, id, "flash.resumed", wording, redirect, to -> deliveries.resume(actor, to));
    }

    @PostMapping("/enable")
    String enable(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("enabled", true);
        return done(
                actor,
                id,
                "flash.enabled",
                wording,
                redirect,
                to -> webhooks.change(actor, to, body));
    }

    /** Does it, says so, and leads back; a refusal is said instead. */
    private String done(
            Actor actor,
            long id,
            String said,
            Wording wording,
            RedirectAttributes redirect,
            Consumer<Long> action) {
        Flash flash;
        try {
            action.accept(id);
            flash = Flash.done(wording.say(said, details.show(actor, id).webhook().name()));
        } catch (Refusal.Invalid | Refusal.Conflict refusal) {
            flash = Flash.refused(refusal.words());
        }
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + WebhooksPage.path(id);
    }
}
