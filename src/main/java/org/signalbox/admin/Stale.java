package org.signalbox.admin;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody else changed while a form was open, beside what stands in the form.
 *
 * @param words who it was, and when
 */
public record Stale(String words, List<Difference> differences) {

    /** A field that is not as it was typed. */
    public record Difference(String field, String yours, String now) {}

    /** What differs is copied. */
    public Stale {
        differences = List.copyOf(differences);
    }

    /** Adds the field if the two are not the same. */
    public static void add(List<Difference> differences, String field, String yours, String now) {
        String mine = shown(yours);
        String theirs = shown(now);
        if (!mine.equals(theirs)) {
            differences.add(new Difference(field, mine, theirs));
        }
    }

    /** The same of what is on or off. */
    static void add(
            List<Difference> differences,
            String field,
            boolean yours,
            boolean now,
            Wording wording) {
        add(differences, field, wording.onOff(yours), wording.onOff(now));
    }

    /** Browsers end lines in two characters. */
    private static String shown(String value) {
        String text = value.strip().lines().collect(Collectors.joining("\n"));
        return text.isEmpty() ? Wording.NOTHING : text;
    }
}
