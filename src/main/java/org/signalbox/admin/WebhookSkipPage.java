package org.signalbox.admin;

import org.signalbox.account.Actor;
import org.signalbox.delivery.Deliveries;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives up what waits, once it was said how much that is. */
@Controller
@RequestMapping(WebhooksPage.PATH + "/{id}/skip")
class WebhookSkipPage {
    private final WebhookDetails details;
    private final Deliveries deliveries;

    WebhookSkipPage(WebhookDetails details, Deliveries deliveries) {
        this.details = details;
        this.deliveries = deliveries;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        WebhookDetail detail = details.show(actor, id);
        long count = detail.standing().pendingDeliveries();
        Webhook webhook = detail.webhook();
        return Question.post(
                        wording.say("skip.title", webhook.name()),
                        wording.say("skip.text", count, webhook.name()),
                        wording.say("skip.submit", count),
                        WebhooksPage.path(id) + "/skip",
                        WebhooksPage.path(id),
                        WebhooksPage.crumbs(webhook, wording))
                .hinting(wording.say("skip.hint"))
                .about(count)
                .ask(model);
    }

    @PostMapping
    String skip(Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        long count = details.show(actor, id).standing().pendingDeliveries();
        deliveries.skipBacklog(actor, id);
        redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.skipped", count)));
        return "redirect:" + WebhooksPage.path(id);
    }
}
