package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Principal;
import org.signalbox.account.Principals;
import org.signalbox.account.User;
import org.signalbox.account.UserChanges;
import org.signalbox.account.UserStatus;
import org.signalbox.account.Users;
import org.signalbox.admin.Badge;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Found;
import org.signalbox.hal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people whom somebody may know; administrators add others. */
@Controller
@RequestMapping(PeoplePage.PATH)
class PeoplePage {
    static final String PATH = "/people";
    private static final List<String> STATES = List.of("", "active", "invited", "locked");

    private final Users users;
    private final Principals principals;
    private final UserChanges changes;
    private final Effects effects;

    PeoplePage(Users users, Principals principals, UserChanges changes, Effects effects) {
        this.users = users;
        this.principals = principals;
        this.changes = changes;
        this.effects = effects;
    }

    /**
     * Somebody in the list.
     *
     * @param login null for who is no administrator, with all that follows
     * @param locked null where it cannot be changed
     */
    record Row(
            long id,
            String name,
            @Nullable String login,
            @Nullable String email,
            @Nullable Badge state,
            boolean admin,
            @Nullable Boolean locked,
            boolean edit) {}

    /** Where one person is changed. */
    static String path(long id) {
        return PATH + "/" + id;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Wording wording) {
        Search wanted =
                Search.of(PATH, page)
                        .with("search", search.strip())
                        .with("status", status)
                        .containing("anyNameAttribute", search.strip())
                        .sorted("name", false);
        boolean known = STATES.contains(status) && !status.isEmpty();
        Search found = known ? wanted.filtered("status", "=", status) : wanted;
        Found<? extends Principal> list =
                actor.isAdmin()
                        ? users.list(actor, found.listing(wording))
                        : principals
                                .list(actor, found.filtered("type", "=", "User").listing(wording))
                                .what();
        model.addAttribute(
                "rows", list.elements().stream().map(one -> row(actor, one, wording)).toList());
        model.addAttribute("paging", found.paging(list, wording));
        model.addAttribute("search", search);
        model.addAttribute("status", status);
        model.addAttribute("all", actor.isAdmin());
        model.addAttribute("states", wanted.ways("status", STATES, "people.state", wording));
        return "people";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Wording wording) {
        actor.requireAdmin();
        return Forms.blank(
                PersonForm.frame(null, wording),
                PersonForm.fields(null, actor, wording),
                Forms.nothing(),
                model);
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Field> fields = PersonForm.fields(null, actor, wording);
        try {
            effects.of(
                    actor,
                    "flash.created",
                    wording,
                    redirect,
                    () -> changes.create(actor, FormBody.of(fields, typed)));
            return "redirect:" + PATH;
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(
                    PersonForm.frame(null, wording),
                    fields,
                    typed,
                    refusal,
                    wording,
                    model,
                    response);
        }
    }

    private static Row row(Actor actor, Principal principal, Wording wording) {
        boolean self = actor.is(principal.id());
        if (!actor.isAdmin() || !(principal instanceof User user)) {
            return new Row(principal.id(), principal.name(), null, null, null, false, null, self);
        }
        return new Row(
                user.id(),
                user.name(),
                user.login(),
                user.email(),
                badge(user.status(), wording),
                user.admin(),
                self ? null : user.status() == UserStatus.LOCKED,
                true);
    }

    private static Badge badge(UserStatus status, Wording wording) {
        String word = wording.say("person.status." + status.word());
        return switch (status) {
            case ACTIVE -> new Badge("ok", "circle-check", word, null);
            case INVITED, REGISTERED -> new Badge("warn", "clock", word, null);
            case LOCKED, DELETED -> new Badge("idle", "circle-slash", word, null);
        };
    }
}
