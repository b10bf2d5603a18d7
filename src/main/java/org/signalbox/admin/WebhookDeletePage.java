package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import org.signalbox.account.Actor;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deletes a webhook once its name was typed. */
@Controller
@RequestMapping(WebhooksPage.PATH + "/{id}")
class WebhookDeletePage {
    private final Webhooks webhooks;
    private final WebhookDetails details;

    WebhookDeletePage(Webhooks webhooks, WebhookDetails details) {
        this.webhooks = webhooks;
        this.details = details;
    }

    @GetMapping("/delete")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        WebhookDetail detail = details.show(actor, id);
        var confirm = new Question.Confirm(detail.webhook().name(), "");
        return question(detail, confirm, wording).ask(model);
    }

    @DeleteMapping
    String delete(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String confirm,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        WebhookDetail detail = details.show(actor, id);
        var confirmed = new Question.Confirm(detail.webhook().name(), confirm);
        if (!confirmed.given()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return question(detail, confirmed, wording).ask(model);
        }
        webhooks.delete(actor, id);
        redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.deleted")));
        return "redirect:" + WebhooksPage.PATH;
    }

    private static Question question(
            WebhookDetail detail, Question.Confirm confirm, Wording wording) {
        Webhook webhook = detail.webhook();
        String path = WebhooksPage.path(webhook.id());
        return Question.delete(
                        wording.say("delete.title", webhook.name()),
                        wording.say(
                                "delete.text",
                                webhook.name(),
                                detail.standing().pendingDeliveries()),
                        path,
                        path,
                        WebhooksPage.crumbs(webhook, wording))
                .confirmed(confirm);
    }
}
