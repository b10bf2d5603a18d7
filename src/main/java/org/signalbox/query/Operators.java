package org.signalbox.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How filters compare. */
final class Operators {

    private static final Map<String, String> TITLES = titles();

    private Operators() {}

    /** What it means, in words; null if there is none of this sign. */
    static @Nullable String title(String sign) {
        return TITLES.get(sign);
    }

    /** Those that stand alone, without values. */
    static boolean takesValues(String sign) {
        return !Set.of("*", "!*", "o", "c", "l", "ow", "t", "w").contains(sign);
    }

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("=", "is (OR)");
        titles.put("!", "is not");
        titles.put(">=", ">=");
        titles.put("<=", "<=");
        titles.put("~", "contains");
        titles.put("!~", "doesn't contain");
        titles.put("**", "search");
        titles.put("*", "is not empty");
        titles.put("!*", "is empty");
        titles.put("o", "open");
        titles.put("c", "closed");
        titles.put("l", "locked");
        titles.put("ow", "in manual order");
        titles.put("=d", "on");
        titles.put("<>d", "between");
        titles.put("t", "today");
        titles.put("w", "this week");
        titles.put("t-", "days ago");
        titles.put("t+", "in");
        titles.put("<t+", "in less than");
        titles.put(">t+", "in more than");
        titles.put(">t-", "less than days ago");
        titles.put("<t-", "more than days ago");
        return titles;
    }
}
