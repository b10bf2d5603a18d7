package org.signalbox.admin;

import java.util.List;
import java.util.Locale;
import org.signalbox.setting.Mistake;

/** What is wrong with the form about the API, in sentences. */
final class ApiFaults {
    private ApiFaults() {}

    static Faults of(List<Mistake> mistakes, Wording wording) {
        return Faults.of(
                mistakes.stream().map(mistake -> fault(mistake, wording)).toList(), wording);
    }

    private static Faults.Fault fault(Mistake mistake, Wording wording) {
        String field = mistake.field().name().toLowerCase(Locale.ROOT);
        return new Faults.Fault(
                field,
                wording.say("api." + field),
                field,
                wording.say("api.fault." + mistake.what(), mistake.details().toArray()));
    }
}
