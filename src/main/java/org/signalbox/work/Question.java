package org.signalbox.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * What is asked before something is destroyed.
 *
 * @param action where the answer goes
 * @param confirm what has to be typed first; null for nothing
 */
record Question(
        String title,
        String text,
        String submit,
        String action,
        String cancel,
        List<Crumb> crumbs,
        @Nullable Confirm confirm) {

    /**
     * A name that is typed by who means it.
     *
     * @param typed what was typed instead; empty at first
     */
    record Confirm(String name, String typed) {
        boolean given() {
            return typed.strip().equals(name);
        }
    }

    Question(
            String title,
            String text,
            String submit,
            String action,
            String cancel,
            List<Crumb> crumbs) {
        this(title, text, submit, action, cancel, crumbs, null);
    }

    String ask(Model model) {
        model.addAttribute("asked", this);
        return "work-question";
    }
}
