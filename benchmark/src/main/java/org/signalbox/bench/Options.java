package org.signalbox.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What was asked for.
 *
 * @param rows none for all
 * @param quick less of everything, to try something out
 */
record Options(List<String> rows, List<Database> databases, int rounds, boolean quick) {
    private static final int ROUNDS = 3;

    /**
     * @throws IllegalArgumentException with a sentence for whoever typed it
     */
    static Options of(String... arguments) {
        var rows = new ArrayList<String>();
        var databases = List.of(Database.values());
        int rounds = ROUNDS;
        boolean quick = false;
        var rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--quick" -> quick = true;
                case "--database" -> databases = List.of(Database.of(value(argument, rest)));
                case "--rounds" -> rounds = rounds(value(argument, rest));
                default -> rows.add(row(argument));
            }
        }
        return new Options(List.copyOf(rows), databases, rounds, quick);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }

    private static int rounds(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("--rounds takes a number from 1 to 99.");
        }
        return Integer.parseInt(text);
    }

    private static String row(String name) {
        if (!Rows.names().contains(name)) {
            throw new IllegalArgumentException(
                    "There is no row '%s'. Rows: %s."
                            .formatted(name, String.join(", ", Rows.names())));
        }
        return name;
    }

    boolean asksFor(Row row) {
        return rows.isEmpty() || rows.contains(row.name());
    }
}
