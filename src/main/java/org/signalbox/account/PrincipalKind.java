package org.signalbox.account;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/** What a principal is. */
public enum PrincipalKind {
    USER("User", "users"),
    GROUP("Group", "groups"),
    PLACEHOLDER_USER("PlaceholderUser", "placeholder_users");

    private final String type;
    private final String collection;

    PrincipalKind(String type, String collection) {
        this.type = type;
        this.collection = collection;
    }

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the resource's type in the API. */
    public String type() {
        return type;
    }

    /** Where in the API those of this kind live. */
    public String path() {
        return "/api/v3/" + collection;
    }

    /** A reference to one of this kind. */
    public Reference reference(long id, String name) {
        return new Reference(id, name, this == USER ? null : collection);
    }

    /** Whether a reference, as a client wrote it, is to one of this kind. */
    boolean isOf(Reference reference) {
        return (reference.collection() == null ? USER.collection : reference.collection())
                .equals(collection);
    }

    public static PrincipalKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Optional<PrincipalKind> ofType(String type) {
        for (PrincipalKind kind : values()) {
            if (kind.type.equals(type)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The reference in columns of a joined row of {@code users}; null where there is none. */
    public static @Nullable Reference reference(
            long id, @Nullable String name, @Nullable String kind) {
        return name == null || kind == null ? null : ofWord(kind).reference(id, name);
    }
}
