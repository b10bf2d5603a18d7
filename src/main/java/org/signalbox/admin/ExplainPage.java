package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Explanation;
import org.signalbox.delivery.Explanations;
import org.signalbox.hal.Refusal;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Why did this webhook get, or not get, that event? */
@Controller
@RequestMapping(WebhooksPage.PATH)
class ExplainPage {
    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final Explanations explanations;
    private final Formats formats;
    private final Abouts abouts;

    ExplainPage(
            Webhooks webhooks,
            WebhookDetails details,
            Explanations explanations,
            Formats formats,
            Abouts abouts) {
        this.webhooks = webhooks;
        this.details = details;
        this.explanations = explanations;
        this.formats = formats;
        this.abouts = abouts;
    }

    /** Where it is explained why a webhook got that event or not. */
    static String path(long webhookId, long sequence) {
        return WebhooksPage.path(webhookId) + "/explain?event=" + sequence;
    }

    /** Leads to the explanation for that webhook, or for the first there is. */
    @GetMapping("/explain")
    String choose(
            Actor actor,
            @RequestParam(defaultValue = "0") long webhook,
            @RequestParam(defaultValue = "") String event,
            RedirectAttributes redirect) {
        actor.requireAdmin();
        long id =
                webhooks.find(webhook)
                        .or(() -> webhooks.all().stream().findFirst())
                        .map(Webhook::id)
                        .orElseThrow(Refusal.NotFound::new);
        redirect.addAttribute("event", event.strip());
        return "redirect:" + WebhooksPage.path(id) + "/explain";
    }

    @GetMapping("/{id}/explain")
    String explain(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String event,
            Model model,
            Wording wording,
            HttpServletResponse response) {
        WebhookDetail detail = details.show(actor, id);
        String fault = null;
        ExplainView.Result result = null;
        if (!event.isBlank()) {
            try {
                Explanation explanation =
                        explanations.of(actor, id, new EventWords(wording).read(event));
                result =
                        new ExplainWords(
                                        explanation,
                                        detail,
                                        formats,
                                        abouts.of(explanation.event()),
                                        wording)
                                .result();
            } catch (Refusal.NotFound _) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                fault = wording.say("explain.unknown", event.strip(), explanations.days());
            }
        }
        model.addAttribute(
                "explain",
                new ExplainView(
                        id, detail.webhook().name(), choices(id), event.strip(), fault, result));
        return "webhook-explain";
    }

    private List<ExplainView.Choice> choices(long id) {
        return webhooks.all().stream()
                .sorted(Comparator.comparing(webhook -> webhook.name().toLowerCase(Locale.ROOT)))
                .map(webhook ->
                        new ExplainView.Choice(webhook.id(), webhook.name(), webhook.id() == id))
                .toList();
    }
}
