package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.account.Users;
import org.signalbox.admin.Stale;
import org.signalbox.admin.Wording;
import org.signalbox.event.EventLog;
import org.signalbox.event.Subject;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/** What was typed, beside what somebody else has made of the thing meanwhile. */
@Component
final class Clashes {
    /** The change and its event are of one transaction. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private final Database database;
    private final EventLog log;
    private final Users users;

    Clashes(Database database, EventLog log, Users users) {
        this.database = database;
        this.log = log;
        this.users = users;
    }

    /**
     * Shows the form with what was typed, which counts as typed after that.
     *
     * @param form for the thing as it is now
     */
    String show(
            Actor actor,
            Subject subject,
            Opened form,
            MultiValueMap<String, String> typed,
            Wording wording,
            Model model,
            HttpServletResponse response) {
        Stale stale = stale(actor, subject, form, typed, wording);
        return Forms.outrun(form, typed, stale, model, response);
    }

    private Stale stale(
            Actor actor,
            Subject subject,
            Opened form,
            MultiValueMap<String, String> typed,
            Wording wording) {
        ObjectNode now = form.document();
        List<Field> known = FormBody.withKept(form.fields(), now, wording.say("form.undisclosed"));
        MultiValueMap<String, String> current = FormBody.typed(known, now, wording.locale());
        for (Field field : form.fields()) {
            if (field.hidden()) {
                typed.put(field.name(), current.getOrDefault(field.name(), List.of()));
            }
        }
        Instant changed = Instant.parse(now.path(FormBody.SEEN).asString());
        return new Stale(
                words(actor, subject, changed, wording),
                Differences.of(known, typed, current, wording));
    }

    private String words(Actor actor, Subject subject, Instant changed, Wording wording) {
        String when = wording.minute(changed);
        return database.read(view ->
                        log.latestAbout(view, subject)
                                .filter(event ->
                                        Duration.between(changed, event.occurredAt())
                                                        .abs()
                                                        .compareTo(TOGETHER)
                                                < 0)
                                .flatMap(event -> Optional.ofNullable(event.actorId())))
                .flatMap(id -> nameOf(actor, id))
                .map(name -> wording.say("form.clash.by", name, when))
                .orElseGet(() -> wording.say("form.clash.somebody", when));
    }

    private Optional<String> nameOf(Actor actor, long id) {
        try {
            return Optional.of(users.visible(actor, Long.toString(id)).name());
        } catch (Refusal.NotFound _) {
            return Optional.empty();
        }
    }
}
