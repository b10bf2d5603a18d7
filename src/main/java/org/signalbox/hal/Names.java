package org.signalbox.hal;

import java.util.Locale;

/** Clients call the same thing {@code spentOn}, {@code spent_on}, {@code project_id}: one key. */
final class Names {

    private Names() {}

    static String key(String name) {
        var snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return snake.endsWith("_id") ? snake.substring(0, snake.length() - 3) : snake;
    }
}
