package org.signalbox.admin;

import java.net.URI;
import org.signalbox.account.Actor;
import org.signalbox.oauth.Allowances;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks somebody whether an application may act for them. The answer goes to the protocol. */
@Controller
class ConsentPage {
    private final Allowances allowances;

    ConsentPage(Allowances allowances) {
        this.allowances = allowances;
    }

    @GetMapping("/oauth/consent")
    String ask(
            Actor actor,
            @RequestParam("client_id") String clientId,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String scope,
            Model model) {
        var question = allowances.question(actor, clientId, state);
        model.addAttribute("app", question.application());
        model.addAttribute("target", target(URI.create(question.redirectUri())));
        model.addAttribute("user", actor.user());
        model.addAttribute("state", state);
        model.addAttribute("scope", scope);
        return "oauth-consent";
    }

    /** Without the path, which says nothing to people. */
    private static String target(URI uri) {
        String authority = uri.getRawAuthority();
        return uri.getScheme() + "://" + (authority == null ? "" : authority);
    }
}
