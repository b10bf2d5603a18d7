package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.event.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The event log: what happened, and who was told. */
@Controller
@RequestMapping(EventsPage.PATH)
class EventsPage {
    static final String PATH = "/admin/settings/events";

    private final EventViews views;

    EventsPage(EventViews views) {
        this.views = views;
    }

    /** Where an event is shown. */
    static String path(long sequence) {
        return PATH + "/" + sequence;
    }

    /** Where everything stands that happened to that. */
    static String about(Subject subject) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("subject", "{subject}")
                .encode()
                .buildAndExpand(subject.toString())
                .toUriString();
    }

    /** Shows what is looked for; a number or a webhook-id leads to that event at once. */
    @GetMapping
    @Nullable String list(
            Actor actor,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "0") long before,
            Model model,
            Wording wording,
            HttpServletResponse response) {
        EventFilter filter =
                new EventFilter(
                        type,
                        project.strip(),
                        person.strip(),
                        subject.strip(),
                        since,
                        until,
                        Math.max(0, before));
        var meant = views.meant(actor, filter.subject());
        if (meant.isPresent() && byScript) {
            // It would take a part of that page for a part of this one.
            response.setHeader("HX-Redirect", path(meant.get()));
            return null;
        }
        if (meant.isPresent()) {
            return "redirect:" + path(meant.get());
        }
        model.addAttribute("log", views.list(actor, filter, wording));
        return "events";
    }

    @GetMapping("/{sequence}")
    String show(Actor actor, @PathVariable long sequence, Model model, Wording wording) {
        model.addAttribute("event", views.show(actor, sequence, wording));
        return "event";
    }
}
