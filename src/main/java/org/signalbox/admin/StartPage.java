package org.signalbox.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to where there is most to see. */
@Controller
class StartPage {

    @GetMapping("/")
    String start() {
        return "redirect:" + WebhooksPage.PATH;
    }
}
