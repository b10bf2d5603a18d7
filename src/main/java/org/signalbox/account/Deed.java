package org.signalbox.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Change;

/**
 * An administrative change, as it is written down: what was done to which thing, and which fields
 * are different now. A secret is only named.
 *
 * @param type of the thing, as the API calls it
 * @param name of the thing at that moment
 * @param changes by the name of the field
 * @param secrets the names of secret fields that have another value now
 */
public record Deed(
        AuditAction action,
        String type,
        @Nullable String id,
        String name,
        Map<String, Change> changes,
        Set<String> secrets) {

    public static Deed of(AuditAction action, String type, long id, String name) {
        return of(action, type, Long.toString(id), name);
    }

    /**
     * @param id null for a thing that there is only one of
     */
    public static Deed of(AuditAction action, String type, @Nullable String id, String name) {
        return new Deed(action, type, id, name, Map.of(), Set.of());
    }

    /** The same with these fields besides. */
    public Deed with(Map<String, Change> more) {
        var all = new LinkedHashMap<>(changes);
        all.putAll(more);
        return new Deed(action, type, id, name, all, secrets);
    }

    /** The same with a field that had no value before. */
    public Deed with(String field, @Nullable Object value) {
        return with(Map.of(field, new Change(null, value)));
    }

    /** The same with a secret of which nobody learns more than that it was set or taken away. */
    public Deed withSecret(String field) {
        var all = new TreeSet<>(secrets);
        all.add(field);
        return new Deed(action, type, id, name, changes, all);
    }

    /** Whether any field is different now. */
    public boolean changedAnything() {
        return !changes.isEmpty() || !secrets.isEmpty();
    }
}
