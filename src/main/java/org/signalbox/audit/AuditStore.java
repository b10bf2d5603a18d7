package org.signalbox.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Door;
import org.signalbox.audit.AuditEntry.Subject;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The SQL of the audit log: it adds and reads, nothing else. */
@Component
final class AuditStore {

    private static final String INSERT =
            """
            insert into audit_entry (created_at, action, subject_type, subject_id, subject_name,
                user_id, user_name, door, door_name, address, fields)
            values (:createdAt, :action, :subjectType, :subjectId, :subjectName,
                :userId, :userName, :door, :doorName, :address, :fields)
            """;

    private static final String SELECT = "select a.* from audit_entry a where ";

    /** Names of people who were deleted are told as they are called since. */
    private static final String PEOPLE =
            """
            select u.id, trim(u.first_name || ' ' || u.last_name) as name
              from users u
             where exists (select 1 from audit_entry a where a.user_id = u.id)
             order by lower(trim(u.first_name || ' ' || u.last_name)), u.id
             limit :limit
            """;

    private final JsonMapper json;

    AuditStore(JsonMapper json) {
        this.json = json;
    }

    void insert(Tx tx, AuditEntry entry) {
        tx.sql(INSERT)
                .param("createdAt", Micros.of(entry.createdAt()))
                .param("action", entry.action())
                .param("subjectType", entry.subject().type())
                .param("subjectId", entry.subject().id())
                .param("subjectName", entry.subject().name())
                .param("userId", entry.userId())
                .param("userName", entry.userName())
                .param("door", entry.door().kind().word())
                .param("doorName", entry.door().name())
                .param("address", entry.door().address())
                .param("fields", entry.fields().toString())
                .update();
    }

    Optional<AuditEntry> find(View view, long id) {
        return view.sql(SELECT + "a.id = :id")
                .param("id", id)
                .query((row, _) -> entry(row))
                .optional();
    }

    Found<AuditEntry> list(View view, Selection selection) {
        return ListStore.page(
                view,
                selection,
                "select count(*) from audit_entry a where " + selection.condition(),
                SELECT + selection.condition(),
                (row, _) -> entry(row));
    }

    /** Newest first, at most so many. */
    List<AuditEntry> newest(View view, AuditQuery query, int limit) {
        var values = new HashMap<String, Object>();
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        add(conditions, values, "a.user_id = :user", query.userId());
        add(
                conditions,
                values,
                "a.action = :action",
                query.action() == null ? null : query.action().word());
        add(conditions, values, "a.created_at >= :from", Micros.ofNullable(query.from()));
        add(conditions, values, "a.created_at < :until", Micros.ofNullable(query.until()));
        add(conditions, values, "a.id < :before", query.before());
        return view.sql(
                        SELECT
                                + String.join(" and ", conditions)
                                + " order by a.id desc limit :limit")
                .params(values)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    /** A condition that names its only parameter, if there is a value for it. */
    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(condition.substring(condition.indexOf(':') + 1), value);
        }
    }

    /** Who did anything, by name. */
    List<Reference> people(View view, int limit) {
        return view.sql(PEOPLE)
                .param("limit", limit)
                .query((row, _) -> new Reference(row.getLong("id"), row.getString("name")))
                .list();
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Micros.at(row.getLong("created_at")),
                row.getString("action"),
                new Subject(
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        row.getString("subject_name")),
                row.getObject("user_id") == null ? null : row.getLong("user_id"),
                row.getString("user_name"),
                new Door(
                        Door.Kind.ofWord(row.getString("door")),
                        row.getString("door_name"),
                        row.getString("address"),
                        null),
                json.readValue(row.getString("fields"), ObjectNode.class));
    }
}
