package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.format.Origin;
import org.signalbox.hal.Refusal;
import org.signalbox.setting.Mistake;
import org.signalbox.setting.Options;
import org.signalbox.setting.OptionsDraft;
import org.signalbox.setting.SavedOptions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How other applications reach the data. A form that is not taken comes back as it was filled in.
 */
@Controller
@RequestMapping(ApiSettingsPage.PATH)
class ApiSettingsPage {
    static final String PATH = "/admin/settings/api";

    private final Options options;
    private final Origin origin;
    private final UseViews use;

    ApiSettingsPage(Options options, Origin origin, UseViews use) {
        this.options = options;
        this.origin = origin;
        this.use = use;
    }

    @GetMapping
    String show(Actor actor, Model model, Wording wording) {
        SavedOptions saved = options.saved(actor);
        return show(actor, model, wording, saved, ApiForm.of(saved), Faults.NONE, null);
    }

    /** What is not sent stays as it is. */
    @PatchMapping
    String save(
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ApiForm form = ApiForm.sent(sent, options.saved(actor));
        try {
            List<Mistake> mistakes = options.change(actor, form.draft(), form.version());
            if (!mistakes.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                Faults faults = ApiFaults.of(mistakes, wording);
                return show(actor, model, wording, options.saved(actor), form, faults, null);
            }
        } catch (Refusal.Conflict changedMeanwhile) {
            response.setStatus(HttpStatus.CONFLICT.value());
            SavedOptions saved = options.saved(actor);
            ApiForm newer = form.seen(saved.version());
            @Nullable Stale stale = stale(form, saved, wording);
            return show(actor, model, wording, saved, newer, Faults.NONE, stale);
        }
        redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.updated")));
        return "redirect:" + PATH;
    }

    private String show(
            Actor actor,
            Model model,
            Wording wording,
            SavedOptions saved,
            ApiForm form,
            Faults faults,
            @Nullable Stale stale) {
        OptionsDraft draft = form.draft();
        model.addAttribute("form", draft);
        model.addAttribute("faults", faults);
        model.addAttribute("stale", stale);
        model.addAttribute(
                "page",
                new ApiView(
                        form.version(),
                        !saved.options().restEnabled(),
                        lastChange(saved, wording),
                        origin.url() + "/api/v3",
                        use.of(actor, wording)));
        return "api";
    }

    private static String lastChange(SavedOptions saved, Wording wording) {
        return saved.changedAt() == null || saved.changedBy() == null
                ? wording.say("api.unchanged")
                : wording.say("api.changed", saved.changedBy(), wording.minute(saved.changedAt()));
    }

    private static @Nullable Stale stale(ApiForm form, SavedOptions saved, Wording wording) {
        return saved.changedAt() == null || saved.changedBy() == null
                ? null
                : new Stale(
                        wording.say(
                                "api.stale", saved.changedBy(), wording.minute(saved.changedAt())),
                        ApiDifferences.of(form.draft(), saved.options(), wording));
    }
}
