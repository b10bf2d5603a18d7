package org.signalbox.admin;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.signalbox.event.Event;
import org.signalbox.event.Subject;
import org.signalbox.webhook.EventName;
import org.springframework.context.NoSuchMessageException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an event is about, in words. */
record EventWords(Wording wording) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> KINDS =
            List.of(
                    "project",
                    "membership",
                    "work_package",
                    "time_entry",
                    "user",
                    "absence",
                    "assignment",
                    "task_list",
                    "group",
                    "placeholder_user",
                    "client",
                    "webhook",
                    "activity",
                    "project_comment",
                    "attachment");

    /** "Time entry 812" as {@code time_entry:812}; also by what the kind is called inside. */
    String read(String text) {
        String typed = text.strip();
        for (String kind : KINDS) {
            String name = wording.say("subject." + kind, "").strip();
            if (typed.regionMatches(true, 0, name, 0, name.length())) {
                String id = typed.substring(name.length());
                if (id.matches("\\h+\\S+")) {
                    return kind + ":" + id.strip();
                }
            }
        }
        return Subject.read(typed).map(Subject::toString).orElse(typed);
    }

    /** "Time entry 812 · 2 h · Jonas Pell", "Work package 57 · Order deck planks". */
    String headline(Event event) {
        String kind = event.subject().kind();
        JsonNode thing = thing(event);
        List<String> parts = new ArrayList<>();
        parts.add(subject(event));
        if (kind.equals("time_entry")) {
            parts.add(hours(thing.path("hours").asString("")));
            parts.add(thing.path("user").path("title").asString(""));
        } else {
            parts.add(name(thing));
        }
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    /** How it was called what the event is about; empty where it has no name. */
    String name(Event event) {
        return name(thing(event));
    }

    private static JsonNode thing(Event event) {
        JsonNode subject = JSON.readTree(event.data()).path("subject");
        JsonNode thing = subject.path(camelCase(event.subject().kind()));
        return thing.isMissingNode() ? subject : thing;
    }

    private String hours(String duration) {
        try {
            return wording.say("time.hours", Duration.parse(duration).toSeconds() / 3600.0);
        } catch (DateTimeParseException _) {
            return "";
        }
    }

    /** How a thing is called, if it has a name. */
    private static String name(JsonNode thing) {
        return Stream.of("subject", "name", "title", "login")
                .map(field -> thing.path(field).asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String camelCase(String kind) {
        return Pattern.compile("_(.)")
                .matcher(kind)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /** What formats call a group of events, in the viewer's language. */
    String group(EventName event) {
        return named("event.group.", event.group());
    }

    /** What formats say of an event within its group, in the viewer's language. */
    String label(EventName event) {
        return named("event.label.", event.label());
    }

    private String named(String prefix, String english) {
        String key = english.toLowerCase(Locale.ROOT).replace(' ', '_');
        return wording.sayOr(prefix + key, english);
    }

    /** "Time entry 812". */
    String subject(Event event) {
        Subject subject = event.subject();
        try {
            return wording.say("subject." + subject.kind(), subject.id());
        } catch (NoSuchMessageException _) {
            String kind = subject.kind().replace('_', ' ');
            return kind.substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.substring(1)
                    + " "
                    + subject.id();
        }
    }
}
