package org.signalbox.admin;

import java.util.List;
import java.util.Locale;
import org.signalbox.event.Event;
import org.signalbox.event.Subject;
import org.springframework.context.NoSuchMessageException;

/** What an event is about, in words. */
record EventWords(Wording wording) {
    private static final List<String> KINDS =
            List.of(
                    "project",
                    "membership",
                    "work_package",
                    "time_entry",
                    "user",
                    "absence",
                    "assignment",
                    "task_list",
                    "group",
                    "placeholder_user",
                    "client",
                    "webhook",
                    "activity",
                    "project_comment",
                    "attachment");

    /** "Time entry 812" as {@code time_entry:812}; also by what the kind is called inside. */
    String read(String text) {
        String typed = text.strip();
        for (String kind : KINDS) {
            String name = wording.say("subject." + kind, "").strip();
            if (typed.regionMatches(true, 0, name, 0, name.length())) {
                String id = typed.substring(name.length());
                if (id.matches("\\h+\\S+")) {
                    return kind + ":" + id.strip();
                }
            }
        }
        return Subject.read(typed).map(Subject::toString).orElse(typed);
    }

    /** "Time entry 812". */
    String subject(Event event) {
        Subject subject = event.subject();
        try {
            return wording.say("subject." + subject.kind(), subject.id());
        } catch (NoSuchMessageException _) {
            String kind = subject.kind().replace('_', ' ');
            return kind.substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.substring(1)
                    + " "
                    + subject.id();
        }
    }
}
