package org.signalbox.hal;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One attribute or link of a resource: how it is called, what values it has, and what a client may
 * write. Made once, as a constant.
 *
 * @param <T> the resource
 * @param <V> the value
 */
public final class Attribute<T, V> {

    /** When a client may write it. */
    public enum Writable {
        NEVER,
        ON_CREATE,
        ALWAYS,
        /** What clients send is read by the rules alone; it never counts as a change. */
        UNTRACKED,
        /** Sent back as it was seen, to say which state is meant; no client chooses it. */
        ECHOED
    }

    /** Where in a document it stands. */
    public enum Location {
        PROPERTY,
        LINK,
        META
    }

    private final String name;
    private final Type<V> type;
    private final Function<T, @Nullable V> getter;
    private Predicate<T> applies = _ -> true;
    private boolean unconditional = true;
    private String title;
    private Writable writable = Writable.NEVER;
    private boolean required;
    private boolean requiredByRules;
    private boolean withDefault;
    private boolean computed;
    private boolean hidden;
    private boolean meta;
    private Function<@Nullable Object, @Nullable Choices> choices = _ -> null;
    private Predicate<@Nullable Object> permitted = _ -> true;
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;

    private Attribute(String name, Type<V> type, Function<T, @Nullable V> getter) {
        this.name = name;
        this.type = type;
        this.getter = getter;
        this.title = Names.humanized(name);
    }

    /** A read-only attribute, until a further call says otherwise. */
    public static <T, V> Attribute<T, V> of(
            String name, Type<V> type, Function<T, @Nullable V> getter) {
        return new Attribute<>(name, type, getter);
    }

    public Attribute<T, V> writable() {
        writable = Writable.ALWAYS;
        return this;
    }

    public Attribute<T, V> writableOnCreate() {
        writable = Writable.ON_CREATE;
        return this;
    }

    /** Taken from what clients send, but of no effect by itself, as another name of a link is. */
    public Attribute<T, V> untracked() {
        writable = Writable.UNTRACKED;
        return this;
    }

    /** To be sent back as it was seen, as {@code lockVersion} is. */
    public Attribute<T, V> echoed() {
        writable = Writable.ECHOED;
        return this;
    }

    /** Said about the write, in {@code _meta}, and nothing that the resource keeps. */
    public Attribute<T, V> meta() {
        meta = true;
        return untracked();
    }

    /**
     * Writable only where this holds. Schemas and forms say so; the rules have to hold to it.
     *
     * @param circumstances what the schema or form of this resource is made with
     */
    public <C> Attribute<T, V> writableIf(Class<C> circumstances, Predicate<C> permits) {
        permitted =
                given ->
                        !circumstances.isInstance(given) || permits.test(circumstances.cast(given));
        return this;
    }

    /** One of these, always the same. */
    public Attribute<T, V> from(Choices allowed) {
        choices = _ -> allowed;
        return this;
    }

    /**
     * One of the values that there are under the circumstances, e.g. in a project; null where
     * nobody can say.
     *
     * @param circumstances what the schema or form of this resource is made with
     */
    public <C> Attribute<T, V> from(
            Class<C> circumstances, Function<C, @Nullable Choices> allowed) {
        choices =
                given ->
                        circumstances.isInstance(given)
                                ? allowed.apply(circumstances.cast(given))
                                : null;
        return this;
    }

    /** Follows from other things, so that a value for it in a new resource means nothing. */
    public Attribute<T, V> computed() {
        computed = true;
        return this;
    }

    /** Never shown and never told in changes, as a secret is. */
    public Attribute<T, V> hidden() {
        hidden = true;
        return this;
    }

    /**
     * May not be empty. Must be sent on creation unless it {@linkplain #withDefault has a default}.
     */
    public Attribute<T, V> required() {
        required = true;
        return this;
    }

    /** Has to be set, but the rules say so in words of their own. */
    public Attribute<T, V> requiredByRules() {
        requiredByRules = true;
        return this;
    }

    public Attribute<T, V> withDefault() {
        withDefault = true;
        return this;
    }

    /** Shown only on those resources to which it applies. */
    public Attribute<T, V> when(Predicate<T> applies) {
        this.applies = applies;
        unconditional = false;
        return this;
    }

    /** How many characters a text may have. */
    public Attribute<T, V> length(int min, int max) {
        minLength = min;
        maxLength = max;
        return this;
    }

    /** The name for people, where it does not follow from the name on the wire. */
    public Attribute<T, V> called(String title) {
        this.title = title;
        return this;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public Type<V> type() {
        return type;
    }

    public Writable writing() {
        return writable;
    }

    public boolean isRequired() {
        return required;
    }

    boolean isRequiredByRules() {
        return requiredByRules;
    }

    public boolean hasDefault() {
        return withDefault;
    }

    public int minLength() {
        return minLength;
    }

    public int maxLength() {
        return maxLength;
    }

    /** Where it stands in a document. */
    public Location location() {
        if (meta) {
            return Location.META;
        }
        return type.isLink() ? Location.LINK : Location.PROPERTY;
    }

    boolean isComputed() {
        return computed;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Whether a representation shows it. */
    boolean isShownOn(T resource) {
        return !hidden && !meta && appliesTo(resource);
    }

    /** Whether every resource shows it. */
    boolean isAlways() {
        return unconditional && !hidden;
    }

    /** Its values in the API's description. */
    ObjectNode schema() {
        var schema = type.schema();
        if (!schema.path("type").isString()) {
            return schema; // a formattable is never null
        }
        if (maxLength < Integer.MAX_VALUE) {
            schema.put("maxLength", maxLength);
        }
        boolean neverNull = required || name.equals("id");
        return neverNull ? schema : Shape.nullable(schema);
    }

    boolean appliesTo(T resource) {
        return applies.test(resource);
    }

    /** Whether a client may choose it, under these circumstances. */
    boolean isWritable(boolean creating, @Nullable Object circumstances) {
        return switch (writable) {
            case NEVER, ECHOED -> false;
            case ON_CREATE -> creating && permitted.test(circumstances);
            case ALWAYS, UNTRACKED -> permitted.test(circumstances);
        };
    }

    @Nullable Choices choices(@Nullable Object circumstances) {
        return choices.apply(circumstances);
    }

    /** Its value on that resource. */
    public @Nullable V of(T resource) {
        return getter.apply(resource);
    }

    /** Whether what a client sent is its value on that resource, in whatever writing. */
    boolean isSame(JsonNode sent, T resource) {
        var shown = json(resource);
        var value = sent.isNull() ? null : type.readOrNull(sent);
        var meant = value == null && !sent.isNull() ? sent : type.write(value);
        return type.isLink()
                ? meant.findValues("href").equals(shown.findValues("href"))
                : meant.toString().equals(shown.toString());
    }

    JsonNode json(T resource) {
        return type.write(of(resource));
    }

    JsonNode plainJson(T resource) {
        return type.writePlainly(of(resource));
    }

    boolean isTracked() {
        return writable == Writable.ALWAYS || writable == Writable.ON_CREATE;
    }

    boolean differs(T one, T other) {
        return !Objects.equals(of(one), of(other));
    }
}
