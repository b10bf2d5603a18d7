package org.signalbox.hal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a resource is, said once: its attributes, the filters and the sort keys of its list. From it
 * come its representation, the check of what clients write, and the conditions of lists.
 *
 * @param <T> the resource
 */
public final class Description<T> {

    private final String type;
    private final List<Attribute<T, ?>> attributes = new ArrayList<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, Sort> sorts = new LinkedHashMap<>();
    private String identity = "id";
    private List<Sort.Key> order = List.of(new Sort.Key("id", false));

    private Description(String type) {
        this.type = type;
    }

    public static <T> Description<T> of(String type) {
        return new Description<>(type);
    }

    /** Adds attributes, in the order of the representation. */
    @SafeVarargs
    public final Description<T> with(Attribute<T, ?>... more) {
        for (Attribute<T, ?> attribute : more) {
            attributes.add(attribute);
        }
        return this;
    }

    /** Names attributes that clients show side by side; schemas list these groups. */
    public Description<T> group(String title, String... names) {
        groups.put(title, List.of(names));
        return this;
    }

    public Description<T> filters(Filter... more) {
        for (Filter filter : more) {
            filter.keys().forEach(key -> filters.put(key, filter));
        }
        return this;
    }

    /** Adds sort keys; the first one is unique and settles ties. */
    public Description<T> sorts(Sort... more) {
        if (sorts.isEmpty()) {
            identity = more[0].expression();
        }
        for (Sort sort : more) {
            sorts.put(Names.key(sort.name()), sort);
            sort.others().forEach(other -> sorts.put(Names.key(other), sort));
        }
        return this;
    }

    /** The order of a list when nobody asks for another; ascending by id if never said. */
    public Description<T> orderedBy(Sort.Key... keys) {
        order = List.of(keys);
        return this;
    }

    Set<String> filterNames() {
        var told = new TreeSet<String>();
        filters.forEach((key, filter) ->
                told.add(Names.key(filter.name()).equals(key) ? filter.name() : key));
        return told;
    }

    Set<String> sortNames() {
        return sorts.values().stream().map(Sort::name).collect(Collectors.toSet());
    }

    public String type() {
        return type;
    }

    public List<Attribute<T, ?>> attributes() {
        return List.copyOf(attributes);
    }

    /** The names of attributes by the title of their group. */
    Map<String, List<String>> groups() {
        return groups;
    }

    /** The representation with all attributes and links of the description. */
    public Document document(T resource) {
        return document(type, resource);
    }

    /** The same under another type name. */
    public Document document(String type, T resource) {
        var document = new Document(type);
        for (Attribute<T, ?> attribute : attributes) {
            if (!attribute.isShownOn(resource)) {
                continue;
            }
            if (attribute.type().isLink()) {
                document.link(attribute.name(), attribute.json(resource));
            } else {
                document.put(attribute.name(), attribute.json(resource));
            }
        }
        return document;
    }

    /** Reads what a client wrote to create a resource. */
    public Input creation(ObjectNode body) {
        var input = new Input(body);
        for (Attribute<T, ?> attribute : attributes) {
            read(attribute, body, null, input);
        }
        return input;
    }

    /** Reads what a client wrote to change a resource that is so now. */
    public Input change(ObjectNode body, T current) {
        var input = new Input(body);
        for (Attribute<T, ?> attribute : attributes) {
            read(attribute, body, current, input);
        }
        return input;
    }

    /**
     * What may be written, said for clients: the schema for who wants to create such a resource.
     *
     * @param self its address
     * @param circumstances on which choices and permissions depend; whatever the attributes of this
     *     description ask for
     */
    public Document schema(String self, @Nullable Object circumstances) {
        return new Schema<>(this, circumstances, true).document(null, self);
    }

    /** The same for a resource like this sample: what does not apply to it is left out. */
    public Document schema(T sample, String self, @Nullable Object circumstances) {
        return new Schema<>(this, circumstances, true).document(sample, self);
    }

    /** What differs in the writable attributes, by name: values as the API shows them. */
    public <C> Map<String, C> changes(
            T before, T after, BiFunction<@Nullable Object, @Nullable Object, C> change) {
        var changes = new LinkedHashMap<String, C>();
        for (Attribute<T, ?> attribute : attributes) {
            if (attribute.isTracked()
                    && attribute.isShownOn(after)
                    && attribute.differs(before, after)) {
                changes.put(
                        attribute.name(),
                        change.apply(attribute.plainJson(before), attribute.plainJson(after)));
            }
        }
        return changes;
    }

    /** What a new resource has in its writable attributes, by name, as changes from nothing. */
    public <C> Map<String, C> values(
            T created, BiFunction<@Nullable Object, @Nullable Object, C> change) {
        var values = new LinkedHashMap<String, C>();
        for (Attribute<T, ?> attribute : attributes) {
            JsonNode value = attribute.plainJson(created);
            boolean empty = value.isNull() || (value.isString() && value.stringValue().isEmpty());
            if (attribute.isTracked() && attribute.appliesTo(created) && !empty) {
                values.put(attribute.name(), change.apply(null, value));
            }
        }
        return values;
    }

    /** The name for people of the attribute that is so called on the wire. */
    public Optional<String> title(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(Attribute::title)
                .findFirst();
    }

    /** The condition and order of a list, for who asks. */
    public Selection select(Listing listing, long me) {
        return listing.select(filters::get, sorts::get, order, identity, me);
    }

    /** How the resource looks in the API's description; complete it with what else is shown. */
    public Shape shape() {
        var shape = Shape.of(type).of(this);
        for (Attribute<T, ?> attribute : attributes) {
            if (!attribute.isHidden()) {
                add(shape, attribute, attribute.isAlways());
            }
        }
        return shape;
    }

    /** How what a client writes looks: {@code …Write}. What is not named there is not read. */
    public Shape writeShape() {
        var shape = Shape.plain(type + "Write").open();
        for (Attribute<T, ?> attribute : attributes) {
            if (attribute.writing() != Attribute.Writable.NEVER) {
                add(shape, attribute, false);
                if (attribute.type().name().equals("Formattable")) {
                    shape.optional(attribute.name(), Shape.ref("FormattableWrite"));
                }
            }
        }
        return shape;
    }

    private static void add(Shape shape, Attribute<?, ?> attribute, boolean always) {
        switch (attribute.location()) {
            case LINK -> shape.link(attribute.name(), attribute.type().schema());
            case PROPERTY -> {
                if (always) {
                    shape.property(attribute.name(), attribute.schema());
                } else {
                    shape.optional(attribute.name(), attribute.schema());
                }
            }
            case META -> {}
        }
    }

    private <V> void read(
            Attribute<T, V> attribute, ObjectNode body, @Nullable T current, Input input) {
        JsonNode sent = sent(attribute, body);
        if (sent.isMissingNode() || isUndisclosed(sent)) {
            requireOnCreation(attribute, current, input);
        } else if (!mayWrite(attribute, current)) {
            refuseUnlessSame(attribute, sent, current, input);
        } else if (sent.isNull() || isNone(attribute, sent)) {
            setNone(attribute, input);
        } else {
            set(attribute, sent, input);
        }
    }

    /** What a client sent of an attribute; a missing node if nothing. */
    static JsonNode sent(Attribute<?, ?> attribute, ObjectNode body) {
        var place =
                switch (attribute.location()) {
                    case PROPERTY -> body;
                    case LINK -> body.path("_links");
                    case META -> body.path("_meta");
                };
        return place.path(attribute.name());
    }

    private static boolean isUndisclosed(JsonNode sent) {
        var href = sent.path("href");
        return href.isString() && Link.UNDISCLOSED.equals(href.stringValue());
    }

    private static boolean isNone(Attribute<?, ?> attribute, JsonNode sent) {
        return attribute.type().isLink() && sent.path("href").isNull();
    }

    private static boolean mayWrite(Attribute<?, ?> attribute, @Nullable Object current) {
        return switch (attribute.writing()) {
            case ALWAYS, UNTRACKED, ECHOED -> true;
            case ON_CREATE -> current == null;
            case NEVER -> false;
        };
    }

    private static void requireOnCreation(
            Attribute<?, ?> attribute, @Nullable Object current, Input input) {
        if (current == null && attribute.isRequired() && !attribute.hasDefault()) {
            input.problems().add(attribute, "can't be blank");
        }
    }

    /**
     * Clients send back what they were shown, of this resource or of another that they copy, so
     * only another value is an attempt to write.
     */
    private void refuseUnlessSame(
            Attribute<T, ?> attribute, JsonNode sent, @Nullable T current, Input input) {
        boolean echoed =
                current == null
                        ? attribute.isComputed() || sent.isNull() || isNone(attribute, sent)
                        : attribute.isSame(sent, current);
        if (!echoed) {
            input.problems()
                    .add(
                            new Refusal.Invalid(
                                    Refusal.Kind.READ_ONLY,
                                    attribute.name(),
                                    attribute.title()
                                            + " was attempted to be written but is not"
                                            + " writable."));
        }
    }

    private static void setNone(Attribute<?, ?> attribute, Input input) {
        if (attribute.isRequired()) {
            input.problems().add(attribute, "can't be blank");
        } else {
            input.set(attribute, null);
        }
    }

    private static <V> void set(Attribute<?, V> attribute, JsonNode sent, Input input) {
        try {
            var value = attribute.type().read(attribute, sent);
            if (value instanceof String text) {
                checkText(attribute, text, input.problems());
            }
            input.set(attribute, value);
        } catch (Refusal.Invalid problem) {
            input.problems().add(problem);
        }
    }

    private static void checkText(Attribute<?, ?> attribute, String text, Problems problems) {
        int length = text.codePointCount(0, text.length());
        if (attribute.isRequired() && text.isBlank()) {
            problems.add(attribute, "can't be blank");
        } else if (length > attribute.maxLength()) {
            problems.add(
                    attribute,
                    "is too long (maximum is %d characters)".formatted(attribute.maxLength()));
        } else if (length < attribute.minLength()) {
            problems.add(
                    attribute,
                    "is too short (minimum is %d characters)".formatted(attribute.minLength()));
        } else if (text.indexOf('\0') >= 0) {
            problems.add(attribute, "must not contain a NUL character");
        }
    }
}
