package org.signalbox.admin;

import org.signalbox.account.Actor;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Switches a webhook off, once it was said how much that drops. */
@Controller
@RequestMapping(WebhooksPage.PATH + "/{id}/disable")
class WebhookDisablePage {
    private final WebhookDetails details;
    private final Webhooks webhooks;

    WebhookDisablePage(WebhookDetails details, Webhooks webhooks) {
        this.details = details;
        this.webhooks = webhooks;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        WebhookDetail detail = details.show(actor, id);
        long count = detail.standing().pendingDeliveries();
        Webhook webhook = detail.webhook();
        return Question.post(
                        wording.say("disable.title", webhook.name()),
                        wording.say("disable.text", count, webhook.name()),
                        wording.say("disable.submit", count),
                        WebhooksPage.path(id) + "/disable",
                        WebhooksPage.path(id),
                        WebhooksPage.crumbs(webhook, wording))
                .hinting(wording.say("disable.hint"))
                .ask(model);
    }

    @PostMapping
    String disable(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("enabled", false);
        Webhook webhook = webhooks.change(actor, id, body);
        redirect.addFlashAttribute(
                "flash", Flash.done(wording.say("flash.disabled", webhook.name())));
        return "redirect:" + WebhooksPage.path(id);
    }
}
