package org.signalbox.project;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The words that stand for projects in URLs. */
final class Identifiers {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_-]*[a-z_-][a-z0-9_-]*");

    /** Words that mean something else in the same place. */
    private static final Set<String> TAKEN =
            Set.of("new", "form", "schema", "available_parent_projects");

    private static final int NAME_MAX = 90;

    private Identifiers() {}

    /** Lower-case letters, digits, {@code -} and {@code _}, but not only digits: those are ids. */
    static boolean isAllowed(String identifier) {
        return ALLOWED.matcher(identifier).matches() && !TAKEN.contains(identifier);
    }

    /** An identifier that comes from the name and is free. */
    static String derived(String name, Predicate<String> isFree) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var word =
                plain.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_]+", "-")
                        .replaceAll("^-+|-+$", "");
        var stem = word.substring(0, Math.min(word.length(), NAME_MAX));
        if (!isAllowed(stem)) {
            stem = stem.isEmpty() ? "project" : "project-" + stem;
        }
        var identifier = stem;
        for (int number = 2; !isFree.test(identifier); number++) {
            identifier = stem + "-" + number;
        }
        return identifier;
    }
}
