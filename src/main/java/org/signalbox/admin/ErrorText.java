package org.signalbox.admin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a receiver said was wrong in the body of its answer. */
final class ErrorText {
    private static final Pattern SAID =
            Pattern.compile(
                    "\"(?:error|message|detail|error_description|title|reason)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)+)\"");

    private ErrorText() {}

    /** The usual place of a message in JSON, or a short text as it stands; empty for neither. */
    static String of(String body, int max) {
        Matcher said = SAID.matcher(body);
        if (said.find()) {
            return cut(said.group(1).replace("\\\"", "\"").replace("\\n", " "), max);
        }
        String text = body.strip();
        boolean plain = !text.isEmpty() && "{[<".indexOf(text.charAt(0)) < 0;
        return plain && text.length() <= max && text.indexOf('\n') < 0 ? text : "";
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
