package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Refusal;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and edits webhooks. A form that is not taken comes back as it was filled in. */
@Controller
@RequestMapping(WebhooksPage.PATH)
class WebhookFormPage {
    private static final String TEMPLATE = "webhook-form";

    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final FormViews views;
    private final RandomGenerator random;

    WebhookFormPage(
            Webhooks webhooks, WebhookDetails details, FormViews views, RandomGenerator random) {
        this.webhooks = webhooks;
        this.details = details;
        this.views = views;
        this.random = random;
    }

    @GetMapping("/new")
    String blank(Model model, Wording wording) {
        return show(model, wording, null, WebhookForm.blank(), null, Faults.NONE);
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        WebhookForm form = WebhookForm.sent(sent);
        try {
            webhooks.create(actor, FormBody.of(form));
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return again(model, wording, null, form, refusal, response);
        }
        redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.created")));
        return "redirect:" + WebhooksPage.PATH;
    }

    @GetMapping("/{id}/edit")
    String edit(Actor actor, @PathVariable long id, Model model, Wording wording) {
        Webhook webhook = details.show(actor, id).webhook();
        return show(model, wording, webhook, WebhookForm.of(webhook), null, Faults.NONE);
    }

    @RequestMapping(
            path = "/{id}",
            method = {RequestMethod.PATCH, RequestMethod.PUT})
    String change(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        WebhookForm form = WebhookForm.sent(sent);
        try {
            webhooks.change(actor, id, FormBody.of(form));
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            Webhook webhook = details.show(actor, id).webhook();
            return again(model, wording, webhook, form, refusal, response);
        }
        redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.updated")));
        return "redirect:" + WebhooksPage.PATH;
    }

    /** Shows the form with what was entered so far, and saves nothing. */
    @PostMapping("/new")
    String draft(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam @Nullable String preview,
            @RequestParam @Nullable String generate,
            Model model,
            Wording wording) {
        return draft(model, wording, null, sent, preview, generate);
    }

    /** The same for a webhook that exists. */
    @RequestMapping(
            path = "/{id}/edit",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    String draft(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam @Nullable String preview,
            @RequestParam @Nullable String generate,
            Model model,
            Wording wording) {
        Webhook webhook = details.show(actor, id).webhook();
        return draft(model, wording, webhook, sent, preview, generate);
    }

    private String draft(
            Model model,
            Wording wording,
            @Nullable Webhook webhook,
            MultiValueMap<String, String> sent,
            @Nullable String preview,
            @Nullable String generate) {
        WebhookForm form = WebhookForm.sent(sent);
        if (generate != null) {
            form = form.withSecret(Secret.generate(random).text());
        }
        return show(model, wording, webhook, form, preview, Faults.NONE);
    }

    private String again(
            Model model,
            Wording wording,
            @Nullable Webhook webhook,
            WebhookForm form,
            Refusal refusal,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Faults faults = new FormFaults(form, wording).of(refusal);
        return show(model, wording, webhook, form, null, faults);
    }

    private String show(
            Model model,
            Wording wording,
            @Nullable Webhook webhook,
            WebhookForm form,
            @Nullable String preview,
            Faults faults) {
        WebhookForm fitting = views.fitting(form);
        model.addAttribute("form", fitting);
        model.addAttribute("faults", faults);
        model.addAttribute("page", views.of(webhook, form, fitting, preview, wording));
        return TEMPLATE;
    }
}
