package org.signalbox.admin;

import org.signalbox.account.Actor;
import org.signalbox.hal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to where there is most to see. */
@Controller
class StartPage {

    @GetMapping("/")
    String start(Actor actor) {
        var start = Place.start(actor.isAdmin());
        if (start == null) {
            throw new Refusal.Forbidden();
        }
        return "redirect:" + start;
    }
}
