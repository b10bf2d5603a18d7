package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.ApiToken;
import org.signalbox.account.ApiTokens;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Years;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The API tokens of the one who is signed in. */
@Controller
@RequestMapping(AccessTokensPage.PATH)
class AccessTokensPage {
    static final String PATH = "/my/access_tokens";

    private final ApiTokens tokens;
    private final InstantSource time;

    AccessTokensPage(ApiTokens tokens, InstantSource time) {
        this.tokens = tokens;
        this.time = time;
    }

    /** One line of the list. */
    record Row(
            long id,
            String name,
            String created,
            @Nullable String lastUse,
            @Nullable String expiry,
            boolean expired) {}

    @GetMapping
    String list(Actor actor, Model model, Wording wording) {
        return show(actor, "", "", Faults.NONE, model, wording);
    }

    /** A token that was made is shown on the next page and then never again. */
    @PostMapping
    String create(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String expires,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var issued = tokens.create(actor, actor.user().id(), name, end(expires, wording));
            redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.created")));
            redirect.addFlashAttribute("secret", issued.secret());
            redirect.addFlashAttribute("secretName", issued.token().name());
            return "redirect:" + PATH;
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(actor, name, expires, faults(name, invalid, wording), model, wording);
        }
    }

    @GetMapping("/{id}/revoke")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        String name = tokens.of(actor, actor.user().id(), id).name();
        return Question.delete(
                        wording.say("tokens.revoke.title", name),
                        wording.say("tokens.revoke.text"),
                        PATH + "/" + id,
                        PATH,
                        List.of(new Crumb(wording.say("tokens.title"), PATH)))
                .saying(wording.say("tokens.revoke.do"))
                .ask(model);
    }

    @DeleteMapping("/{id}")
    String revoke(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        long owner = actor.user().id();
        String name = tokens.of(actor, owner, id).name();
        tokens.revoke(actor, owner, id);
        redirect.addFlashAttribute("flash", Flash.done(wording.say("tokens.revoked", name)));
        return "redirect:" + PATH;
    }

    private String show(
            Actor actor, String name, String expires, Faults faults, Model model, Wording wording) {
        List<Row> rows =
                tokens.of(actor, actor.user().id()).stream()
                        .map(token -> row(token, wording))
                        .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("name", name);
        model.addAttribute("expires", expires);
        model.addAttribute("faults", faults);
        return "access-tokens";
    }

    private Row row(ApiToken token, Wording wording) {
        Instant lastUse = token.lastUsedAt();
        Instant expiry = token.expiresAt();
        return new Row(
                token.id(),
                token.name(),
                wording.day(token.createdAt()),
                lastUse == null ? null : wording.minute(lastUse),
                expiry == null ? null : wording.day(expiry.minusMillis(1)),
                expiry != null && !time.instant().isBefore(expiry));
    }

    /** To the end of that day where the person is. */
    private static @Nullable Instant end(String day, Wording wording) {
        try {
            return day.isBlank()
                    ? null
                    : Years.checked(LocalDate.parse(day.strip()))
                            .plusDays(1)
                            .atStartOfDay(wording.zone())
                            .toInstant();
        } catch (DateTimeException _) {
            throw new Refusal.Invalid("expiresAt", wording.say("tokens.fault.date"));
        }
    }

    private static Faults faults(String name, Refusal.Invalid invalid, Wording wording) {
        return Faults.of(
                invalid,
                List.of(
                        new Faults.Control("name", wording.say("tokens.name"), "name"),
                        new Faults.Control("expiresAt", wording.say("tokens.expiry"), "expires")),
                fault ->
                        fault.attribute().equals("name") && name.isBlank()
                                ? wording.say("form.fault.name")
                                : wording.ruled(fault.words()),
                wording);
    }
}
