package org.signalbox.hal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words of free choice that a resource carries. Kept one a row, read as lines of one text. */
public final class Tags {

    private static final int TAGS_MAX = 100;
    private static final int LENGTH_MAX = 100;

    private Tags() {}

    /** What was sent, tidied: without blanks around, each once, whatever its case. */
    public static List<String> written(
            Input input, Attribute<?, List<String>> attribute, List<String> kept) {
        if (!input.has(attribute)) {
            return kept;
        }
        var tags = new ArrayList<String>();
        var known = new HashSet<String>();
        for (String sent : input.or(attribute, List.of())) {
            var tag = sent.strip();
            check(tag, input, attribute);
            if (known.add(tag.toLowerCase(Locale.ROOT))) {
                tags.add(tag);
            }
        }
        if (tags.size() > TAGS_MAX) {
            input.problems().add(attribute, "must not be more than " + TAGS_MAX);
        }
        return List.copyOf(tags);
    }

    /** The tags in the lines of a text. */
    public static List<String> inLines(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }

    /**
     * The filter by tags, any of those that are given.
     *
     * @param table that has them in its column {@code tag}
     * @param owner the column of who carries them
     * @param id the SQL expression of who is asked about
     */
    public static Filter.Meaning filter(String table, String owner, String id) {
        var carriers = "select t.%s from %s t".formatted(owner, table);
        return terms ->
                switch (terms.operator()) {
                    case "*" -> "%s in (%s)".formatted(id, carriers);
                    case "!*" -> "%s not in (%s)".formatted(id, carriers);
                    case "=", "!" ->
                            "%s %s (%s where t.tag in (%s))"
                                    .formatted(
                                            id,
                                            terms.operator().equals("=") ? "in" : "not in",
                                            carriers,
                                            given(terms));
                    default -> throw terms.unknownOperator();
                };
    }

    private static String given(Terms terms) {
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        return terms.bind(terms.values());
    }

    private static void check(String tag, Input input, Attribute<?, ?> attribute) {
        if (tag.isEmpty()) {
            input.problems().add(attribute, "must not be blank");
        } else if (tag.codePointCount(0, tag.length()) > LENGTH_MAX) {
            input.problems()
                    .add(attribute, "must not be longer than %d characters".formatted(LENGTH_MAX));
        } else if (tag.lines().count() > 1 || tag.chars().anyMatch(Character::isISOControl)) {
            input.problems().add(attribute, "must be words of one line");
        }
    }
}
