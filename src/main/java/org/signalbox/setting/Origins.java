package org.signalbox.setting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Origins, one a line, exactly as browsers send them: they are compared as text.
 *
 * @param list those that are right, each once
 */
record Origins(List<String> list, List<Mistake> mistakes) {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:([0-9]{1,5}))?");
    private static final int LENGTH_MAX = 300;
    private static final int MISTAKES_MAX = 10;

    static Origins in(String text) {
        Set<String> right = new LinkedHashSet<>();
        List<Mistake> mistakes = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length && mistakes.size() < MISTAKES_MAX; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty()) {
                String wrong = wrong(line);
                if (wrong.isEmpty()) {
                    right.add(line);
                } else {
                    mistakes.add(mistake(wrong, i + 1, line));
                }
            }
        }
        return new Origins(List.copyOf(right), List.copyOf(mistakes));
    }

    private static Mistake mistake(String what, int line, String text) {
        String shown = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "…" : text;
        return new Mistake(Mistake.Field.CORS_ORIGINS, what, List.of(line, shown));
    }

    /** A word for what is wrong; nothing if it is right. */
    private static String wrong(String line) {
        if (line.contains("*")) {
            return "wildcard";
        }
        Matcher origin = SCHEME.matcher(line);
        if (!origin.matches()) {
            return "no_scheme";
        }
        String rest = origin.group(2);
        if (rest.contains("/") || rest.contains("?") || rest.contains("#")) {
            return "path";
        }
        Matcher host = HOST.matcher(rest);
        if (!host.matches() || line.length() > LENGTH_MAX) {
            return "no_origin";
        }
        if (!line.equals(line.toLowerCase(Locale.ROOT))) {
            return "upper_case";
        }
        return port(origin.group(1), host.group(3));
    }

    private static String port(String scheme, @Nullable String port) {
        if (port == null) {
            return "";
        }
        int number = Integer.parseInt(port);
        boolean usual = number == (scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1);
        if (usual) {
            return "usual_port";
        }
        boolean plain = port.equals(Integer.toString(number)) && number > 0 && number <= 65_535;
        return plain ? "" : "no_origin";
    }
}
