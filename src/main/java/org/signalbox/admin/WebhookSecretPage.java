package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.hal.Refusal;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.SecretRotation;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.Webhooks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** Exchanges the secret of a webhook, and shows the new one this once. */
@Controller
@RequestMapping(WebhooksPage.PATH + "/{id}")
class WebhookSecretPage {
    private static final String GENERATE = "generate";
    private static final List<String> OVERLAPS = List.of("P1D", "PT1H", "P7D", "PT0S");

    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final SecretRotation rotation;

    WebhookSecretPage(Webhooks webhooks, WebhookDetails details, SecretRotation rotation) {
        this.webhooks = webhooks;
        this.details = details;
        this.rotation = rotation;
    }

    @GetMapping("/rotate_secret")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        return ask(details.show(actor, id).webhook(), GENERATE, "", "P1D", "", model, wording);
    }

    @PostMapping("/rotate_secret")
    String rotate(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = GENERATE) String kind,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "P1D") String overlap,
            Model model,
            Wording wording,
            HttpServletResponse response) {
        Webhook before = details.show(actor, id).webhook();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("overlap", overlap);
        if (!kind.equals(GENERATE)) {
            body.put("secret", secret.strip());
        }
        Optional<Secret> made;
        try {
            made = rotation.rotate(actor, id, body);
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(before, kind, secret, overlap, refusal.words(), model, wording);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Webhook after = details.show(actor, id).webhook();
        String shown = after.publicKey().or(() -> made.map(Secret::text)).orElse(secret.strip());
        return show(after, before, shown, overlap, model, wording);
    }

    @GetMapping("/end_old_secret")
    String askToEnd(Actor actor, @PathVariable long id, Model model, Wording wording) {
        Webhook webhook = details.show(actor, id).webhook();
        var words = new RotationWords(webhook, wording);
        return Question.post(
                        words.of("end.title"),
                        words.of("end.text", webhook.name()),
                        words.of("end.submit"),
                        WebhooksPage.path(id) + "/end_old_secret",
                        WebhooksPage.path(id),
                        WebhooksPage.crumbs(webhook, wording))
                .ask(model);
    }

    @PostMapping("/end_old_secret")
    String end(Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        webhooks.endOldSecrets(actor, id);
        var words = new RotationWords(details.show(actor, id).webhook(), wording);
        redirect.addFlashAttribute("flash", Flash.done(words.of("ended")));
        return "redirect:" + WebhooksPage.path(id);
    }

    private static String ask(
            Webhook webhook,
            String kind,
            String secret,
            String overlap,
            String fault,
            Model model,
            Wording wording) {
        add(webhook, model, wording);
        model.addAttribute("own", !kind.equals(GENERATE));
        model.addAttribute("secret", secret);
        model.addAttribute("overlap", overlap);
        model.addAttribute("fault", fault);
        model.addAttribute(
                "overlaps",
                OVERLAPS.stream()
                        .map(time -> new Named(time, wording.say("rotate.overlap." + time)))
                        .toList());
        model.addAttribute("hadSecret", webhook.secretSince() != null);
        return "webhook-rotate";
    }

    private static String show(
            Webhook webhook,
            Webhook before,
            String secret,
            String overlap,
            Model model,
            Wording wording) {
        Duration beside = Duration.parse(overlap);
        boolean both = before.secretSince() != null && beside.isPositive();
        add(webhook, model, wording);
        model.addAttribute("secret", secret);
        model.addAttribute("both", both);
        model.addAttribute("until", wording.minute(wording.now().plus(beside)));
        model.addAttribute("oneSignature", webhook.format().equals("openproject"));
        return "webhook-secret";
    }

    private static void add(Webhook webhook, Model model, Wording wording) {
        model.addAttribute("webhook", webhook);
        model.addAttribute("words", new RotationWords(webhook, wording));
    }
}
