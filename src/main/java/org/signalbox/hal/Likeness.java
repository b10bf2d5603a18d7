package org.signalbox.hal;

import java.util.Locale;

/** Patterns of SQL's {@code like}, in lower case and escaped by a backslash. */
public final class Likeness {

    private Likeness() {}

    /** What text that contains these words in their order is like. */
    public static String containing(String words) {
        String escaped =
                words.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                        .replaceAll("\\s+", "%");
        return "%" + escaped + "%";
    }
}
