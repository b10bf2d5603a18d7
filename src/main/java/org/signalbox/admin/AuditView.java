package org.signalbox.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.AuditAction;
import org.signalbox.account.Door;
import org.signalbox.audit.AuditEntry;
import org.signalbox.hal.Reference;
import tools.jackson.databind.JsonNode;

/**
 * The audit log as a page shows it.
 *
 * @param people and {@code actions} to filter by
 * @param older where the entries before these are; null if there are none
 * @param newest where the newest are; null if these are they
 */
record AuditView(
        Filter filter,
        List<Row> rows,
        List<Choice> people,
        List<Choice> actions,
        @Nullable String older,
        @Nullable String newest) {

    /** What was asked for, as it stands in the address. */
    record Filter(String user, String action, String from, String until) {
        public boolean isEmpty() {
            return Stream.of(user, action, from, until).allMatch(String::isEmpty);
        }

        String href() {
            return AuditLogPage.PATH
                    + Stream.of(
                                    part("user", user),
                                    part("action", action),
                                    part("from", from),
                                    part("until", until))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("&", "?", ""));
        }

        private static String part(String name, String value) {
            return value.isEmpty()
                    ? ""
                    : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** An entry of a select. */
    record Choice(String value, String text, boolean chosen) {}

    /** An entry of the log. */
    record Row(
            long id,
            String when,
            String exact,
            String who,
            String what,
            String thing,
            String kind,
            String via,
            String address,
            List<Field> fields) {}

    /**
     * A field that is different.
     *
     * @param name as the API calls it
     * @param secret whether its values are not told
     */
    record Field(String name, String words, String before, String after, boolean secret) {}

    /**
     * @param entries one more than is shown, if there are more
     * @param before the id that the entries are older than; null for the newest
     */
    static AuditView of(
            Filter filter,
            List<AuditEntry> entries,
            int shown,
            @Nullable Long before,
            List<Reference> people,
            Wording wording) {
        List<AuditEntry> page = entries.subList(0, Math.min(shown, entries.size()));
        String href = filter.href();
        String and = href.endsWith("?") ? "" : "&";
        return new AuditView(
                filter,
                page.stream().map(entry -> row(entry, wording)).toList(),
                people.stream().map(one -> choice(one, filter)).toList(),
                actions(filter, wording),
                entries.size() > shown ? href + and + "before=" + page.getLast().id() : null,
                before == null ? null : href);
    }

    private static Choice choice(Reference person, Filter filter) {
        String id = Long.toString(person.id());
        return new Choice(id, person.title(), id.equals(filter.user()));
    }

    private static List<Choice> actions(Filter filter, Wording wording) {
        return Arrays.stream(AuditAction.values())
                .map(AuditAction::word)
                .map(word -> new Choice(word, action(word, wording), word.equals(filter.action())))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    private static String action(String word, Wording wording) {
        return wording.say("audit.action." + word);
    }

    private static Row row(AuditEntry entry, Wording wording) {
        String id = entry.subject().id();
        String address = entry.door().address();
        return new Row(
                entry.id(),
                wording.moment(entry.createdAt()),
                wording.exact(entry.createdAt()),
                entry.userName(),
                action(entry.action(), wording),
                entry.subject().name(),
                wording.sayOr("audit.type." + entry.subject().type(), entry.subject().type())
                        + (id == null ? "" : " " + id),
                via(entry.door(), wording),
                address == null ? Wording.NOTHING : address,
                entry.fields()
                        .propertyStream()
                        .map(field -> field(field.getKey(), field.getValue(), wording))
                        .toList());
    }

    private static String via(Door door, Wording wording) {
        String name = door.name();
        return wording.say("audit.via." + door.kind().word(), name == null ? "" : name);
    }

    private static Field field(String name, JsonNode value, Wording wording) {
        String words = wording.sayOr("audit.field." + name, name);
        return value.isObject()
                ? new Field(
                        name,
                        words,
                        text(value.path("old"), wording),
                        text(value.path("new"), wording),
                        false)
                : new Field(name, words, wording.say("audit.secret"), "", true);
    }

    /** For people: a link is its title, and of an object the texts are enough. */
    private static String text(JsonNode value, Wording wording) {
        if (value.isNull() || value.isMissingNode()) {
            return Wording.NOTHING;
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? Wording.NOTHING
                    : value.valueStream()
                            .map(one -> text(one, wording))
                            .collect(Collectors.joining(value.get(0).isString() ? "\n" : ", "));
        }
        if (value.isObject()) {
            return text(value.has("title") ? value.path("title") : value.path("href"), wording);
        }
        if (value.isBoolean()) {
            return wording.onOff(value.booleanValue());
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.isEmpty() ? Wording.NOTHING : text;
    }
}
