package org.signalbox.hal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The types of attributes. */
public final class Types {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DAYS_MAX = 999_999;
    private static final Pattern INTEGRAL = Pattern.compile("-?\\d{1,18}");
    private static final String API = "/api/v3/";

    public static final Type<String> STRING =
            new Type<>("String", "a string", Types::string, JSON::stringNode)
                    .shaped(schema("string"));

    public static final Type<Boolean> BOOLEAN =
            new Type<>(
                            "Boolean",
                            "true or false",
                            json -> json.isBoolean() ? json.booleanValue() : null,
                            JSON::booleanNode)
                    .shaped(schema("boolean"));

    public static final Type<Long> INTEGER =
            new Type<>("Integer", "an integer", Types::integer, JSON::numberNode)
                    .shaped(schema("integer").put("format", "int64"));

    /** A number with decimals that count, as an amount of money. */
    public static final Type<BigDecimal> DECIMAL =
            new Type<>(
                            "Float",
                            "a number",
                            json -> isFinite(json) ? json.decimalValue() : null,
                            JSON::numberNode)
                    .shaped(schema("number"));

    public static final Type<LocalDate> DATE =
            new Type<>(
                            "Date",
                            "an ISO 8601 date such as 2026-03-04",
                            parsed(Types::date),
                            date -> JSON.stringNode(date.toString()))
                    .shaped(schema("string").put("format", "date"));

    public static final Type<Instant> DATE_TIME =
            new Type<>(
                            "DateTime",
                            "an ISO 8601 date and time such as 2026-03-04T10:15:30Z",
                            parsed(Types::moment),
                            time -> JSON.stringNode(MILLISECONDS.format(time)))
                    .shaped(schema("string").put("format", "date-time"));

    /** Hours, minutes and seconds. Fractions of a second are cut off. */
    public static final Type<Duration> DURATION =
            new Type<>(
                            "Duration",
                            "an ISO 8601 duration such as PT1H30M",
                            parsed(Durations::parse),
                            duration -> JSON.stringNode(duration.toString()))
                    .shaped(schema("string").put("format", "duration"));

    /** A number of whole days. */
    public static final Type<Integer> DAYS =
            new Type<>(
                            "Duration",
                            "an ISO 8601 duration in days such as P5D",
                            parsed(Types::days),
                            days -> JSON.stringNode("P" + days + "D"))
                    .shaped(schema("string").put("format", "duration"));

    /** Markdown; no text is the empty text. */
    public static final Type<String> MARKDOWN = formattable(Formattable::markdown);

    /** Text without mark-up; no text is the empty text. */
    public static final Type<String> PLAIN = formattable(Formattable::plain);

    public static final Type<List<String>> STRINGS =
            new Type<>(
                            "[]String",
                            "an array of strings",
                            json -> all(json, Types::string),
                            strings -> {
                                var array = JSON.arrayNode();
                                strings.forEach(array::add);
                                return array;
                            })
                    .shaped(Shape.array(schema("string")));

    private Types() {}

    /** An array of objects of one kind, written and replaced as a whole. */
    public static <V> Type<List<V>> objects(
            String schemaName,
            String expected,
            Function<JsonNode, @Nullable V> read,
            Function<V, JsonNode> write) {
        return new Type<>(
                        "[]" + schemaName,
                        expected,
                        json -> all(json, read::apply),
                        values -> {
                            var array = JSON.arrayNode();
                            values.forEach(value -> array.add(write.apply(value)));
                            return array;
                        })
                .shaped(Shape.array(schema("object")));
    }

    /** One of the words of an enumeration, in lower case. */
    public static <V extends Enum<V>> Type<V> word(Class<V> words) {
        var byWord = new LinkedHashMap<String, V>();
        for (V value : words.getEnumConstants()) {
            byWord.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return new Type<>(
                        "String",
                        "one of " + String.join(", ", byWord.keySet()),
                        json -> json.isString() ? byWord.get(json.stringValue()) : null,
                        value -> JSON.stringNode(value.name().toLowerCase(Locale.ROOT)))
                .shaped(Shape.word(byWord.keySet().toArray(String[]::new)));
    }

    /** A link to a resource with a numeric id; {@code collection} is its path below the API's. */
    public static Type<Reference> link(String schemaName, String collection) {
        return link(
                        schemaName,
                        collection,
                        key -> isNumber(key) ? Reference.to(Long.parseLong(key)) : null,
                        to -> Long.toString(to.id()),
                        Reference::title)
                .shaped(linkTo(collection));
    }

    /** A link to a resource that lives in one of several collections. */
    public static Type<Reference> link(String schemaName, List<String> collections) {
        return new Type<Reference>(
                        schemaName,
                        "a link such as "
                                + API
                                + String.join("/{id} or " + API, collections)
                                + "/{id}",
                        json -> inOneOf(json, collections),
                        to ->
                                Link.to(
                                                href(
                                                        to.collection() == null
                                                                ? collections.getFirst()
                                                                : to.collection(),
                                                        Long.toString(to.id())),
                                                to.title())
                                        .json())
                .none(Link.none().json())
                .linked()
                .shaped(linkTo(collections.getFirst()));
    }

    /** The same, with a title even where there is no resource, as clients know it of parents. */
    public static Type<Reference> parentLink(String schemaName, String collection) {
        return link(schemaName, collection)
                .none(JSON.objectNode().putNull("href").putNull("title"));
    }

    /** A link to a resource whose id is a word. */
    public static <V> Type<V> link(
            String schemaName,
            String collection,
            Function<String, @Nullable V> read,
            Function<V, String> key,
            Function<V, String> title) {
        return new Type<V>(
                        schemaName,
                        "a link such as " + API + collection + "/{id}",
                        json -> target(json, collection, read),
                        value ->
                                Link.to(href(collection, key.apply(value)), title.apply(value))
                                        .json())
                .none(Link.none().json())
                .linked()
                .shaped(Shape.ref("Link"));
    }

    /** An array of links, written and replaced as a whole. */
    public static Type<List<Reference>> links(String schemaName, String collection) {
        return links(link(schemaName, collection), "such as " + API + collection + "/{id}");
    }

    /** The same, each a link of this type. */
    public static <V> Type<List<V>> links(Type<V> one) {
        return links(one, "to resources of the type " + one.name());
    }

    private static <V> Type<List<V>> links(Type<V> one, String where) {
        return new Type<List<V>>(
                        "[]" + one.name(),
                        "an array of links " + where,
                        json -> all(json, one::readOrNull),
                        values -> {
                            var array = JSON.arrayNode();
                            values.forEach(value -> array.add(one.write(value)));
                            return array;
                        })
                .none(JSON.arrayNode())
                .linked()
                .shaped(Shape.array(one.schema()));
    }

    /** An array of links that the rules read by themselves: they say what is wrong with it. */
    public static Type<JsonNode> linksForRules(String schemaName) {
        return new Type<JsonNode>(
                        "[]" + schemaName, "an array of links", json -> json, links -> links)
                .none(JSON.arrayNode())
                .linked()
                .shaped(Shape.array(Shape.ref("Link")));
    }

    /** A time as the API writes it: UTC with milliseconds. */
    public static String time(Instant time) {
        return MILLISECONDS.format(time);
    }

    private static ObjectNode linkTo(String collection) {
        var schema = Shape.ref("Link");
        schema.putArray("examples").add(Link.to(href(collection, "1")).json());
        return schema;
    }

    private static String href(String collection, String key) {
        return API + collection + "/" + key;
    }

    private static Type<String> formattable(Function<String, JsonNode> writer) {
        return new Type<>("Formattable", "an object with the text as raw", Types::raw, writer)
                .none(writer.apply(""))
                .plainly(JSON::stringNode)
                .shaped(Shape.ref("Formattable"));
    }

    private static ObjectNode schema(String type) {
        return JSON.objectNode().put("type", type);
    }

    /** A whole number, also one that is written as {@code 50.0} or as text. */
    private static @Nullable Long integer(JsonNode json) {
        if (json.isString()) {
            return INTEGRAL.matcher(json.stringValue()).matches()
                    ? Long.valueOf(json.stringValue())
                    : null;
        }
        return isFinite(json) ? orNull(() -> json.decimalValue().longValueExact()) : null;
    }

    private static @Nullable String string(JsonNode json) {
        return json.isString() ? json.stringValue() : null;
    }

    private static @Nullable String raw(JsonNode json) {
        if (json.isString()) {
            return json.stringValue();
        }
        var raw = json.path("raw");
        return raw.isNull() ? "" : string(raw);
    }

    private static LocalDate date(String text) {
        return Years.checked(LocalDate.parse(text));
    }

    private static Instant moment(String text) {
        return Years.checked(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
    }

    private static Integer days(String text) {
        var length = Durations.parse(text);
        boolean whole = length.equals(Duration.ofDays(length.toDays()));
        if (!whole || length.isNegative() || length.toDays() > DAYS_MAX) {
            throw new DateTimeException("not a number of days");
        }
        return (int) length.toDays();
    }

    private static <V> Type.Reader<V> parsed(Function<String, V> parse) {
        return json -> {
            var text = string(json);
            return text == null ? null : orNull(() -> parse.apply(text));
        };
    }

    private static <V> @Nullable V orNull(Supplier<V> parse) {
        try {
            return parse.get();
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }

    private static <V> @Nullable List<V> all(JsonNode json, Type.Reader<V> reader) {
        if (!json.isArray()) {
            return null;
        }
        var values = new ArrayList<V>();
        for (JsonNode element : json) {
            var value = reader.read(element);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private static <V> @Nullable V target(
            JsonNode json, String collection, Function<String, @Nullable V> read) {
        var href = string(json.path("href"));
        if (href == null) {
            return null;
        }
        var path = API + collection + "/";
        var here = Link.path(href);
        return here.startsWith(path) ? read.apply(here.substring(path.length())) : null;
    }

    private static @Nullable Reference inOneOf(JsonNode json, List<String> collections) {
        for (String collection : collections) {
            boolean first = collection.equals(collections.getFirst());
            var found =
                    target(
                            json,
                            collection,
                            key ->
                                    isNumber(key)
                                            ? new Reference(
                                                    Long.parseLong(key),
                                                    "",
                                                    first ? null : collection)
                                            : null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether it is a number that is not too large to be read. */
    private static boolean isFinite(JsonNode json) {
        return json.isNumber() && (!json.isDouble() || Double.isFinite(json.doubleValue()));
    }

    private static boolean isNumber(String text) {
        return text.length() <= 18 && !text.isEmpty() && text.chars().allMatch(Types::isDigit);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
