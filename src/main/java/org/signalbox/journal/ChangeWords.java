package org.signalbox.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Rights;
import org.signalbox.attachment.AttachmentChoice;
import org.signalbox.hal.Link;
import org.signalbox.workpackage.WorkPackageHal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in words what was changed, a sentence an attribute: {@code Status changed from New to In
 * progress}. People and projects that the reader may not know are not named.
 */
final class ChangeWords {

    private static final Set<String> TEXTS = Set.of("description");
    private static final Set<String> TIMES = Set.of("estimatedTime", "remainingTime");

    /** The collections of those who can be given work. */
    static final List<String> PEOPLE = List.of("users", "groups", "placeholder_users");

    static final String WORK_PACKAGES = "work_packages";

    private static final String HIDDEN = "(undisclosed)";

    private final Rights rights;
    private final boolean fromElsewhere;

    private ChangeWords(Rights rights, boolean fromElsewhere) {
        this.rights = rights;
        this.fromElsewhere = fromElsewhere;
    }

    /** Formattables, one for each attribute, in the order of the changes. */
    static ArrayNode of(JsonNode changes, Rights rights) {
        var details = JsonNodeFactory.instance.arrayNode();
        lines(changes, rights).forEach(line -> details.add(line.sentence()));
        return details;
    }

    /** The same for who says it in words of their own. */
    static List<ChangeLine> lines(JsonNode changes, Rights rights) {
        var origin = changes.path("project").path("from");
        var words =
                new ChangeWords(
                        rights,
                        idIn(origin, "projects").filter(id -> !rights.sees(id)).isPresent());
        var lines = new ArrayList<ChangeLine>();
        changes.forEachEntry((attribute, change) ->
                lines.addAll(words.lines(attribute, change.path("from"), change.path("to"))));
        return lines;
    }

    private List<ChangeLine> lines(String attribute, JsonNode from, JsonNode to) {
        var title = WorkPackageHal.title(attribute);
        if (from.isNull() && to.isBoolean() && !to.booleanValue()) {
            return List.of(); // a new one without something is nothing to tell
        }
        if (attribute.equals(AttachmentChoice.LINK)) {
            return files(from, to);
        }
        if (TEXTS.contains(attribute)) {
            var verb = isNone(from) ? "set" : isNone(to) ? "removed" : "changed";
            return List.of(new ChangeLine(attribute, title, List.of(verb)));
        }
        var before = words(attribute, from, fromElsewhere);
        var after = words(attribute, to, false);
        if (before == null) {
            return List.of(
                    new ChangeLine(
                            attribute, title, List.of("set to", after == null ? "" : after)));
        }
        return List.of(
                new ChangeLine(
                        attribute,
                        title,
                        after == null
                                ? List.of("removed:", before)
                                : List.of("changed from", before, "to", after)));
    }

    private static List<ChangeLine> files(JsonNode from, JsonNode to) {
        var lines = new ArrayList<ChangeLine>();
        addFiles(lines, "added:", to, from);
        addFiles(lines, "removed:", from, to);
        return lines;
    }

    private static void addFiles(
            List<ChangeLine> lines, String verb, JsonNode some, JsonNode others) {
        var hrefs = others.findValuesAsString("href");
        var names = new ArrayList<String>();
        for (JsonNode one : some) {
            if (!hrefs.contains(one.path("href").asString(""))) {
                names.add(one.path("title").asString(""));
            }
        }
        if (!names.isEmpty()) {
            lines.add(
                    new ChangeLine(
                            AttachmentChoice.LINK,
                            "Attachments",
                            List.of(verb, String.join(", ", names))));
        }
    }

    private @Nullable String words(String attribute, JsonNode value, boolean elsewhere) {
        if (isNone(value)) {
            return null;
        }
        if (value.isArray()) {
            var all = new ArrayList<String>();
            for (JsonNode one : value) {
                all.add(String.valueOf(words(attribute, one, elsewhere)));
            }
            return String.join(", ", all);
        }
        if (value.isObject()) {
            return isHidden(value, elsewhere) ? HIDDEN : value.path("title").asString("");
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        return switch (attribute) {
            case "percentageDone" -> value.asString() + "%";
            case "duration" -> days(value.asString());
            default -> TIMES.contains(attribute) ? time(value.asString()) : value.asString();
        };
    }

    private boolean isHidden(JsonNode link, boolean elsewhere) {
        return PEOPLE.stream()
                        .flatMap(people -> idIn(link, people).stream())
                        .anyMatch(id -> !rights.seesUser(id))
                || idIn(link, "projects").filter(id -> !rights.sees(id)).isPresent()
                || Link.UNDISCLOSED.equals(link.path("href").asString(""))
                || (elsewhere && isOfProject(link));
    }

    /** Whether it is one of the things that live in a project. */
    private static boolean isOfProject(JsonNode link) {
        var href = link.path("href").asString("");
        return !href.startsWith("/api/v3/types/")
                && !href.startsWith("/api/v3/statuses/")
                && !href.startsWith("/api/v3/priorities/");
    }

    /** The ids of this kind of resource that changes link to. */
    static List<Long> ids(JsonNode changes, String collection) {
        var ids = new ArrayList<Long>();
        for (JsonNode change : changes) {
            for (JsonNode side : change) {
                idIn(side, collection).ifPresent(ids::add);
                if (side.isArray()) {
                    side.forEach(one -> idIn(one, collection).ifPresent(ids::add));
                }
            }
        }
        return ids;
    }

    /** The same changes without the names of these work packages. */
    static JsonNode without(JsonNode changes, Set<Long> workPackageIds) {
        var disclosed = changes.deepCopy();
        for (JsonNode change : disclosed) {
            for (String side : List.of("from", "to")) {
                if (idIn(change.path(side), WORK_PACKAGES)
                                .filter(workPackageIds::contains)
                                .isPresent()
                        && change instanceof ObjectNode sides) {
                    sides.set(side, Link.undisclosed().json());
                }
            }
        }
        return disclosed;
    }

    private static Optional<Long> idIn(JsonNode link, String collection) {
        var path = "/api/v3/" + collection + "/";
        var href = link.path("href").asString("");
        return href.startsWith(path)
                ? Optional.of(Long.valueOf(href.substring(path.length())))
                : Optional.empty();
    }

    private static boolean isNone(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isString() && value.stringValue().isEmpty())
                || (value.isArray() && value.isEmpty())
                || (value.isObject() && value.path("href").isNull());
    }

    private static String days(String duration) {
        var days = duration.substring(1, duration.length() - 1);
        return days.equals("1") ? "1 day" : days + " days";
    }

    /** For example {@code 1h 30m}. */
    private static String time(String text) {
        var duration = Duration.parse(text);
        var parts = new ArrayList<String>();
        add(parts, duration.toHours(), "h");
        add(parts, duration.toMinutesPart(), "m");
        add(parts, duration.toSecondsPart(), "s");
        return parts.isEmpty() ? "0h" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + unit);
        }
    }
}
