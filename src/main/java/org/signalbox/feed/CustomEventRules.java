package org.signalbox.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.CustomTypes;
import org.signalbox.event.Subject;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a custom event may be. Everything that is wrong with one is told at once. */
final class CustomEventRules {
    private static final int SUBJECT_MAX = 200;
    private static final int DATA_BYTES_MAX = 64 << 10;

    private static final Attribute<CustomEvent, String> TYPE =
            written("type", Types.STRING).required().length(1, CustomTypes.LENGTH_MAX);
    private static final Attribute<CustomEvent, String> SUBJECT =
            written("subject", Types.STRING).length(1, SUBJECT_MAX);
    private static final Attribute<CustomEvent, Reference> PROJECT =
            written("project", Types.link("Project", "projects"));

    /** Read apart from the others, so that it stays as it was written. */
    static final Attribute<CustomEvent, String> DATA = written("data", Types.STRING).required();

    private static final Description<CustomEvent> EVENT =
            Description.<CustomEvent>of("Event").with(TYPE, SUBJECT, PROJECT);

    private static final String LINKS = "_links";
    private static final Set<String> KNOWN =
            Set.of(TYPE.name(), SUBJECT.name(), DATA.name(), LINKS);

    private CustomEventRules() {}

    /**
     * @param written all but a {@code data} that is an object
     * @param data that object
     * @throws Refusal if it may not be so
     */
    static CustomEvent checked(ObjectNode written, @Nullable String data) {
        Input input = EVENT.creation(written);
        checkNames(written, input);
        checkData(written, data, input);
        String type = input.get(TYPE);
        if (type != null && !CustomTypes.isName(type)) {
            input.problems().add(TYPE, "must be " + CustomTypes.RULE);
        }
        String subject = input.get(SUBJECT);
        if (subject != null && !subject.codePoints().allMatch(CustomEventRules::isPrintable)) {
            input.problems().add(SUBJECT, "must not contain control characters");
        }
        input.check();
        Reference project = input.get(PROJECT);
        return new CustomEvent(
                input.need(TYPE),
                subject == null ? null : subject(subject),
                project == null ? null : project.id(),
                String.valueOf(data));
    }

    private static void checkNames(ObjectNode written, Input input) {
        written.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> refuse(input, name));
        JsonNode links = written.path(LINKS);
        if (!links.isObject() && !links.isMissingNode()) {
            input.problems()
                    .add(
                            new Refusal.Invalid(
                                    Refusal.Kind.FORMAT,
                                    LINKS,
                                    "Invalid format for property '_links': expected an object."));
        }
        links.propertyNames().stream()
                .filter(name -> !name.equals(PROJECT.name()))
                .forEach(name -> refuse(input, name));
    }

    private static void refuse(Input input, String name) {
        input.problems()
                .add(new Refusal.Invalid(name, "A custom event has no %s.".formatted(name)));
    }

    private static void checkData(ObjectNode written, @Nullable String data, Input input) {
        JsonNode other = written.path(DATA.name());
        if (data == null && (other.isMissingNode() || other.isNull())) {
            input.problems().add(DATA, "can't be blank");
        } else if (data == null) {
            input.problems()
                    .add(
                            new Refusal.Invalid(
                                    Refusal.Kind.FORMAT,
                                    DATA.name(),
                                    "Invalid format for property 'data': expected an object."));
        } else if (data.getBytes(UTF_8).length > DATA_BYTES_MAX) {
            input.problems()
                    .add(DATA, "is too long (maximum is %,d bytes)".formatted(DATA_BYTES_MAX));
        }
    }

    /** Half of a surrogate pair is no character either. */
    private static boolean isPrintable(int character) {
        int kind = Character.getType(character);
        return kind != Character.CONTROL && kind != Character.SURROGATE;
    }

    /** {@code order:17} is the order 17; what has no kind is of the kind custom. */
    private static Subject subject(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon < text.length() - 1
                ? new Subject(text.substring(0, colon), text.substring(colon + 1))
                : new Subject("custom", text);
    }

    private static <V> Attribute<CustomEvent, V> written(String name, Type<V> type) {
        return Attribute.<CustomEvent, V>of(name, type, _ -> null).writableOnCreate();
    }
}
