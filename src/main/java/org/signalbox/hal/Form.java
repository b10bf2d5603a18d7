package org.signalbox.hal;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A write that is only tried: what would become of the resource, what may be written at all, and
 * what is wrong. It takes the rules of the write itself, so that both cannot come to differ:
 *
 * <pre>{@code
 * public Document creationForm(Actor actor, ObjectNode body) {
 *     var input = THING.creation(body);
 *     return database.read(view ->
 *             Form.creation(THING, input, () -> created(view, actor, input))
 *                     .showing(thing -> ThingHal.of(thing, rights(view, actor, thing)))
 *                     .under(thing -> new ThingCircumstances(…))
 *                     .document("/api/v3/things"));
 * }
 *
 * public Seen<Thing> create(Actor actor, ObjectNode body) {
 *     var input = THING.creation(body);
 *     return database.write(tx -> {
 *         var thing = created(tx, actor, input);
 *         input.check();
 *         … insert, append the event …
 *     });
 * }
 * }</pre>
 *
 * <p>Rules best add what is wrong to {@link Input#problems} and give the resource all the same,
 * with any value where one is missing: then the form shows what it would be else. Where they throw
 * {@link Refusal.Invalid} or {@link Refusal.Several} instead, the form shows what was sent. What
 * they refuse otherwise, as who may not write at all, refuses the form too.
 *
 * @param <T> the resource
 */
public final class Form<T> {

    private final Description<T> description;
    private final Input input;
    private final @Nullable T before;
    private final Supplier<T> rules;
    private Function<T, Document> shown;
    private Function<@Nullable T, @Nullable Object> circumstances = _ -> null;
    private @Nullable Attribute<T, ?> place;
    private @Nullable Function<@Nullable T, @Nullable String> schema;
    private String preview = "/api/v3/render/markdown";

    private Form(Description<T> description, Input input, @Nullable T before, Supplier<T> rules) {
        this.description = description;
        this.input = input;
        this.before = before;
        this.rules = rules;
        this.shown = description::document;
    }

    /** Tries to create a resource; nothing may be written by the rules. */
    public static <T> Form<T> creation(Description<T> description, Input input, Supplier<T> rules) {
        return new Form<>(description, input, null, rules);
    }

    /** Tries to change a resource that is so now. */
    public static <T> Form<T> change(
            Description<T> description, T before, Input input, Supplier<T> rules) {
        return new Form<>(description, input, before, rules);
    }

    /** How who asks sees the resource; without it everything is shown. */
    public Form<T> showing(Function<T, Document> representation) {
        shown = representation;
        return this;
    }

    /**
     * On what choices and permissions depend, for the resource as it would be; for null if nobody
     * can tell how it would be.
     */
    public Form<T> under(Function<@Nullable T, @Nullable Object> given) {
        circumstances = given;
        return this;
    }

    /** The link whose target is missing when the rules answer that something was not found. */
    public Form<T> placedBy(Attribute<T, ?> link) {
        place = link;
        return this;
    }

    /**
     * The address of the schema, where it is not {@code schema} below that of the collection; null
     * where it has none.
     */
    public Form<T> schemaAt(Function<@Nullable T, @Nullable String> address) {
        schema = address;
        return this;
    }

    /** The resource whose surroundings a preview of its texts knows. */
    public Form<T> previewedIn(String context) {
        preview += "?context=" + context;
        return this;
    }

    /**
     * The form.
     *
     * @param path where the write goes: the collection, or the resource that is changed
     */
    public Document document(String path) {
        var after = tried();
        var resource = after == null ? before : after;
        var given = circumstances.apply(resource);
        boolean creating = before == null;
        var address = path + "/form";
        var document =
                new Document("Form")
                        .embed("payload", payload(after, resource, given))
                        .embed(
                                "schema",
                                new Schema<>(description, given, creating)
                                        .document(resource, schemaAddress(resource, path)))
                        .embed("validationErrors", errors())
                        .link("self", Link.action(address, "post"))
                        .link("validate", Link.action(address, "post"));
        if (input.problems().isEmpty()) {
            document.link("commit", Link.action(path, creating ? "post" : "patch"));
        }
        if (description.attributes().stream().anyMatch(one -> one.type() == Types.MARKDOWN)) {
            document.link("previewMarkup", Link.action(preview, "post"));
        }
        return document;
    }

    private @Nullable String schemaAddress(@Nullable T resource, String path) {
        if (schema != null) {
            return schema.apply(resource);
        }
        return (before == null ? path : path.substring(0, path.lastIndexOf('/'))) + "/schema";
    }

    private @Nullable T tried() {
        try {
            return rules.get();
        } catch (Refusal.Invalid problem) {
            input.problems().add(problem);
        } catch (Refusal.Several problems) {
            input.problems().add(problems);
        } catch (Refusal.NotFound missing) {
            if (place == null) {
                throw missing;
            }
            input.problems().add(place, "is invalid");
        }
        return null;
    }

    private ObjectNode errors() {
        var errors = JsonNodeFactory.instance.objectNode();
        for (Refusal.Invalid problem : input.problems().all()) {
            errors.set(problem.attribute(), ErrorDocuments.of(problem).json());
        }
        return errors;
    }

    /** What a client may send to write what this form shows. */
    private ObjectNode payload(@Nullable T after, @Nullable T resource, @Nullable Object given) {
        var document = resource == null ? null : shown.apply(resource).json();
        var payload = JsonNodeFactory.instance.objectNode();
        for (Attribute<T, ?> attribute : description.attributes()) {
            if (isSendable(attribute, resource, given)) {
                var place =
                        switch (attribute.location()) {
                            case PROPERTY -> payload;
                            case LINK -> payload.withObjectProperty("_links");
                            case META -> payload.withObjectProperty("_meta");
                        };
                var value = value(attribute, document, after == null);
                if (!isLeftToTheWrite(attribute, value)) {
                    place.set(attribute.name(), value);
                }
            }
        }
        return payload;
    }

    private boolean isSendable(
            Attribute<T, ?> attribute, @Nullable T resource, @Nullable Object given) {
        boolean taken =
                attribute.isWritable(before == null, given)
                        || attribute.writing() == Attribute.Writable.ECHOED;
        boolean applies = resource == null || attribute.appliesTo(resource);
        return taken && applies && !attribute.isHidden();
    }

    /** A default that nobody can tell before the rest is there. */
    private static boolean isLeftToTheWrite(Attribute<?, ?> attribute, JsonNode value) {
        return attribute.hasDefault()
                && attribute.minLength() > 0
                && value.isString()
                && value.stringValue().isEmpty();
    }

    /** As the resource shows it, or as it was sent where the resource cannot tell. */
    private <V> JsonNode value(
            Attribute<T, V> attribute, @Nullable ObjectNode document, boolean unchanged) {
        if (input.problems().has(attribute)) {
            var sent = Description.sent(attribute, input.sent());
            return sent.isMissingNode() ? attribute.type().write(null) : sent;
        }
        boolean asSent = unchanged || attribute.location() == Attribute.Location.META;
        if (document == null || (asSent && input.has(attribute))) {
            return attribute.type().write(input.get(attribute));
        }
        var seen = Description.sent(attribute, document);
        return seen.isMissingNode() ? attribute.type().write(null) : seen;
    }
}
