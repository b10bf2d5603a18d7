package org.signalbox.hal;

import java.util.Locale;

/** Clients call the same thing {@code spentOn}, {@code spent_on}, {@code project_id}: one key. */
public final class Names {

    private Names() {}

    /** Whether both are names of the same. */
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** The name for people of what is so called on the wire. */
    public static String humanized(String name) {
        if (name.equals("id")) {
            return "ID";
        }
        var words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String key(String name) {
        var snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return snake.endsWith("_id") ? snake.substring(0, snake.length() - 3) : snake;
    }
}
