package org.signalbox.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.signalbox.account.Actor;
import org.signalbox.admin.Flash;
import org.signalbox.admin.Wording;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Carries out what a form asks for and says so on the next page; to administrators also which
 * events it caused.
 */
@Component
final class Effects {
    private static final int EVENTS_MAX = 50;

    private final Database database;
    private final EventLog log;
    private final InstantSource time;

    Effects(Database database, EventLog log, InstantSource time) {
        this.database = database;
        this.log = log;
        this.time = time;
    }

    /**
     * Carries it out.
     *
     * @param said the key of what is said then
     */
    <T> T of(
            Actor actor,
            String said,
            Wording wording,
            RedirectAttributes redirect,
            Supplier<T> action) {
        Instant before = time.instant();
        T result = action.get();
        String text = wording.say(said);
        redirect.addFlashAttribute(
                "flash", actor.isAdmin() ? told(actor, before, text, wording) : Flash.done(text));
        return result;
    }

    /** The same for a button outside of a form: a refusal is said too. */
    void tried(
            Actor actor,
            String said,
            Wording wording,
            RedirectAttributes redirect,
            Runnable action) {
        try {
            of(
                    actor,
                    said,
                    wording,
                    redirect,
                    () -> {
                        action.run();
                        return true;
                    });
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.BadTransition refusal) {
            String text = wording.ruled(refusal.words());
            redirect.addFlashAttribute("flash", Flash.refused(text));
        }
    }

    private Flash told(Actor actor, Instant before, String text, Wording wording) {
        List<Event> caused =
                database.read(view ->
                        log.after(view, log.lastBefore(view, before), EVENTS_MAX).stream()
                                .filter(event -> isBy(actor, event))
                                .toList());
        if (caused.isEmpty()) {
            return Flash.done(text);
        }
        String events =
                caused.stream()
                        .map(event ->
                                wording.say(
                                        "event.named",
                                        event.type(),
                                        wording.count(event.sequence())))
                        .collect(Collectors.joining(", "));
        return Flash.done(text)
                .noting(wording.say("event.caused", events), caused.getFirst().sequence());
    }

    private static boolean isBy(Actor actor, Event event) {
        Long by = event.actorId();
        return by != null && actor.is(by);
    }
}
