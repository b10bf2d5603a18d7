package org.signalbox.work;

import java.util.List;
import org.springframework.ui.Model;

/**
 * What is asked before something is destroyed.
 *
 * @param action where the answer goes
 */
record Question(
        String title,
        String text,
        String submit,
        String action,
        String cancel,
        List<Crumb> crumbs) {

    String ask(Model model) {
        model.addAttribute("asked", this);
        return "work-question";
    }
}
