package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Refusal;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
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
import tools.jackson.databind.node.ObjectNode;

/** Adds and edits webhooks. A form that is not taken comes back as it was filled in. */
@Controller
@RequestMapping(WebhooksPage.PATH)
class WebhookFormPage {
    private static final String TEMPLATE = "webhook-form";
    private static final String DROP = "drop";
    private static final String SEEN = "webhook[lock_version]";

    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final FormViews views;
    private final Abouts abouts;
    private final RandomGenerator random;

    WebhookFormPage(
            Webhooks webhooks,
            WebhookDetails details,
            FormViews views,
            Abouts abouts,
            RandomGenerator random) {
        this.abouts = abouts;
        this.webhooks = webhooks;
        this.details = details;
        this.views = views;
        this.random = random;
    }

    /** With an event to look at, if one is named. */
    @GetMapping("/new")
    String blank(@RequestParam @Nullable String event, Model model, Wording wording) {
        WebhookForm blank = WebhookForm.blank();
        WebhookForm form = event == null ? blank : blank.withEvents(Set.of(event));
        return show(model, wording, null, form, FormLook.FIRST, Faults.NONE);
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
        return show(model, wording, webhook, WebhookForm.of(webhook), FormLook.FIRST, Faults.NONE);
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
        WebhookDetail before = details.show(actor, id);
        long dropped = before.standing().pendingDeliveries();
        boolean disabled = before.webhook().enabled() && !form.enabled();
        if (disabled && dropped > 0 && !sent.containsKey(DROP)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(model, wording, before, form, sent);
        }
        try {
            webhooks.change(actor, id, seen(FormBody.of(form), sent));
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            Webhook webhook = details.show(actor, id).webhook();
            String template = again(model, wording, webhook, form, refusal, response);
            keepSeen(model, sent);
            return template;
        } catch (Refusal.Conflict _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return stale(model, wording, details.show(actor, id), form);
        }
        redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.updated")));
        return "redirect:" + WebhooksPage.PATH;
    }

    /** Asks before what waits is dropped; the answer is a button of the same form. */
    private String ask(
            Model model,
            Wording wording,
            WebhookDetail before,
            WebhookForm form,
            MultiValueMap<String, String> sent) {
        Webhook webhook = before.webhook();
        long dropped = before.standing().pendingDeliveries();
        String template = show(model, wording, webhook, form, FormLook.of(sent), Faults.NONE);
        keepSeen(model, sent);
        model.addAttribute("drops", wording.say("disable.text", dropped, webhook.name()));
        model.addAttribute("drop", wording.say("disable.save", dropped));
        return template;
    }

    /** Says which version of the webhook was looked at while the form was filled in. */
    private static ObjectNode seen(ObjectNode body, MultiValueMap<String, String> sent) {
        String version = String.valueOf(sent.getFirst(SEEN));
        return version.matches("\\d{1,18}")
                ? body.put("lockVersion", Long.parseLong(version))
                : body;
    }

    /** Shows what somebody else changed meanwhile; saving again takes what was typed. */
    private String stale(Model model, Wording wording, WebhookDetail now, WebhookForm form) {
        Webhook webhook = now.webhook();
        String template = show(model, wording, webhook, form, FormLook.FIRST, Faults.NONE);
        FormView page = views.of(webhook, form, views.fitting(form), FormLook.FIRST, wording);
        Map<String, String> names = new HashMap<>();
        page.projects().list().forEach(one -> names.put(Long.toString(one.id()), one.name()));
        now.projects().forEach(one -> names.put(Long.toString(one.id()), one.title()));
        String by = abouts.nameOf(webhook.changedBy());
        model.addAttribute("stale", views.stale(form, webhook, by, names, wording));
        return template;
    }

    /** Shows the form with what was entered so far, and saves nothing. */
    @PostMapping("/new")
    String draft(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam @Nullable String generate,
            Model model,
            Wording wording) {
        return draft(model, wording, null, sent, generate);
    }

    /** The same for a webhook that exists. */
    @RequestMapping(
            path = "/{id}/edit",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    String draft(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam @Nullable String generate,
            Model model,
            Wording wording) {
        Webhook webhook = details.show(actor, id).webhook();
        return draft(model, wording, webhook, sent, generate);
    }

    private String draft(
            Model model,
            Wording wording,
            @Nullable Webhook webhook,
            MultiValueMap<String, String> sent,
            @Nullable String generate) {
        WebhookForm form = WebhookForm.sent(sent);
        if (generate != null) {
            form = form.withSecret(Secret.generate(random).text());
        }
        String template = show(model, wording, webhook, form, FormLook.of(sent), Faults.NONE);
        keepSeen(model, sent);
        return template;
    }

    /** What was seen stays what was seen when the form was opened. */
    private static void keepSeen(Model model, MultiValueMap<String, String> sent) {
        if (sent.getFirst(SEEN) != null) {
            model.addAttribute("seen", sent.getFirst(SEEN));
        }
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
        return show(model, wording, webhook, form, FormLook.FIRST, faults);
    }

    private String show(
            Model model,
            Wording wording,
            @Nullable Webhook webhook,
            WebhookForm form,
            FormLook look,
            Faults faults) {
        WebhookForm fitting = views.fitting(form);
        model.addAttribute("seen", webhook == null ? null : webhook.lockVersion());
        model.addAttribute("form", fitting);
        model.addAttribute("faults", faults);
        model.addAttribute("page", views.of(webhook, form, fitting, look, wording));
        return TEMPLATE;
    }
}
