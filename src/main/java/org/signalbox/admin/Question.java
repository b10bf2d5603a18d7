package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * What is asked before something is done that cannot be undone.
 *
 * @param text what it does
 * @param hint what else is good to know; null for nothing
 * @param button what means it
 * @param cancel the page to go back to
 * @param confirm what has to be typed first; null for nothing
 */
public record Question(
        String title,
        String text,
        @Nullable String hint,
        Button button,
        String cancel,
        List<Crumb> crumbs,
        @Nullable Confirm confirm) {

    /**
     * What sends the answer.
     *
     * @param action where it leads
     * @param deletes whether that is the thing itself, which goes
     * @param idle whether there is nothing to be done
     */
    public record Button(String words, String action, boolean deletes, boolean idle) {}

    /**
     * A name that is typed by who means it.
     *
     * @param typed what was typed instead; empty at first
     */
    public record Confirm(String name, String typed) {
        /** Whether it is the name. */
        public boolean given() {
            return typed.strip().equals(name);
        }
    }

    /** The crumbs are copied. */
    public Question {
        crumbs = List.copyOf(crumbs);
    }

    /** Before the thing at that address is deleted; the button says the same as the title. */
    public static Question delete(
            String title, String text, String action, String cancel, List<Crumb> crumbs) {
        var button = new Button(title, action, true, false);
        return new Question(title, text, null, button, cancel, crumbs, null);
    }

    /** Before something is sent to that address. */
    static Question post(
            String title,
            String text,
            String words,
            String action,
            String cancel,
            List<Crumb> crumbs) {
        var button = new Button(words, action, false, false);
        return new Question(title, text, null, button, cancel, crumbs, null);
    }

    /** The same, once this was typed. */
    public Question confirmed(Confirm name) {
        return new Question(title, text, hint, button, cancel, crumbs, name);
    }

    /** The same with other words on its button. */
    Question saying(String words) {
        var other = new Button(words, button.action(), button.deletes(), button.idle());
        return new Question(title, text, hint, other, cancel, crumbs, confirm);
    }

    Question hinting(String words) {
        return new Question(title, text, words, button, cancel, crumbs, confirm);
    }

    /** The same where so many things are to be done. */
    Question about(long count) {
        var maybe = new Button(button.words(), button.action(), button.deletes(), count == 0);
        return new Question(title, text, hint, maybe, cancel, crumbs, confirm);
    }

    /** Puts it into the model of a page and names the template. */
    public String ask(Model model) {
        model.addAttribute("asked", this);
        return "question";
    }
}
