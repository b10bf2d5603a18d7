package org.signalbox.admin;

import org.signalbox.account.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Is everything flowing, and if not, where not? */
@Controller
class OverviewPage {
    static final String PATH = "/admin/settings/overview";

    private final OverviewViews views;

    OverviewPage(OverviewViews views) {
        this.views = views;
    }

    @GetMapping(PATH)
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String span,
            Model model,
            Wording wording) {
        model.addAttribute("overview", views.of(actor, Span.of(span), wording));
        return "overview";
    }
}
