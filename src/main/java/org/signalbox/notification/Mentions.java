package org.signalbox.notification;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** To whom a text speaks: marked-up mentions, {@code user#5} and {@code group#8}. Pure. */
final class Mentions {
    private static final int MENTIONS_MAX = 50;

    private static final Pattern TAG = Pattern.compile("<mention\\b[^>]{0,500}>");
    private static final Pattern ID = Pattern.compile("data-id=[\"'](\\d{1,18})[\"']");
    private static final Pattern KIND = Pattern.compile("data-type=[\"'](user|group)[\"']");
    private static final Pattern SHORT = Pattern.compile("\\b(?:user|group)#(\\d{1,18})\\b");

    private Mentions() {}

    /** The numbers of the people and groups, each once; those beyond the fiftieth do not count. */
    static Set<Long> in(String text) {
        Set<Long> found = new LinkedHashSet<>();
        Matcher tags = TAG.matcher(text);
        while (tags.find() && found.size() < MENTIONS_MAX) {
            Matcher id = ID.matcher(tags.group());
            if (KIND.matcher(tags.group()).find() && id.find()) {
                found.add(Long.valueOf(id.group(1)));
            }
        }
        Matcher words = SHORT.matcher(text);
        while (words.find() && found.size() < MENTIONS_MAX) {
            found.add(Long.valueOf(words.group(1)));
        }
        return found;
    }
}
