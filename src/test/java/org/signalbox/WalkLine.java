package org.signalbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A line of the table of {@link EndpointWalkTest}.
 *
 * @param route method and path as the API describes them, e.g. {@code GET /projects/{key}}
 * @param statuses what each visitor gets, in the order of the visitors
 * @param body what is sent, or empty
 * @param first what is created anew for each visitor before
 */
record WalkLine(String route, List<Integer> statuses, String body, List<WalkStep> first) {

    private static final Pattern LINE =
            Pattern.compile("([A-Z]+) +(\\S+) +((?:\\d{3} *){5})(.*)", Pattern.DOTALL);
    private static final String AFTER = " after ";

    /** The lines of a resource beside this class; one that is indented goes on with the last. */
    static List<WalkLine> all(String resource) {
        var lines = new ArrayList<WalkLine>();
        for (String line : words(resource).split("\n(?! )", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(of(line.replaceAll("\n +", " ").strip()));
            }
        }
        return lines;
    }

    private static WalkLine of(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException("No line of the table: " + line);
        }
        var statuses = new ArrayList<Integer>();
        for (String status : found.group(3).strip().split(" +", -1)) {
            statuses.add(Integer.valueOf(status));
        }
        var parts = (" " + found.group(4)).split(AFTER, -1);
        var first = new ArrayList<WalkStep>();
        for (int i = 1; i < parts.length; i++) {
            first.add(WalkStep.of(parts[i]));
        }
        return new WalkLine(
                found.group(1) + " " + found.group(2), statuses, parts[0].strip(), first);
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    String path() {
        return route.substring(route.indexOf(' ') + 1);
    }

    boolean writes() {
        return !method().equals("GET");
    }

    private static String words(String resource) {
        try (var in = WalkLine.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
