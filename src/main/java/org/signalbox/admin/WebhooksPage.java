package org.signalbox.admin;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All webhooks: who does not get their events. */
@Controller
class WebhooksPage {
    static final String PATH = "/admin/settings/webhooks";

    private final WebhookRows rows;

    WebhooksPage(WebhookRows rows) {
        this.rows = rows;
    }

    /** Where one webhook is shown. */
    static String path(long id) {
        return PATH + "/" + id;
    }

    /** The way to what is asked about one of them. */
    static List<Crumb> crumbs(Webhook webhook, Wording wording) {
        return List.of(
                new Crumb(wording.say("webhooks.title"), PATH),
                new Crumb(webhook.name(), path(webhook.id())));
    }

    @GetMapping(PATH)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String format,
            Model model,
            Wording wording) {
        ListFilter filter = new ListFilter(search.strip(), status, format);
        model.addAttribute("list", rows.of(actor, filter, wording));
        return "webhooks";
    }
}
