package org.signalbox.admin;

import java.util.Locale;
import org.signalbox.event.Event;
import org.signalbox.event.Subject;
import org.springframework.context.NoSuchMessageException;

/** What an event is about, in words. */
record EventWords(Wording wording) {

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
