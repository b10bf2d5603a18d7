package org.signalbox.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Selection;
import org.signalbox.hal.Tags;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of clients, their contacts and tags. */
@Component
final class ClientStore {

    private static final String SELECT =
            """
            select c.id, c.name, c.description, c.industry, c.lock_version, c.created_at, c.updated_at,
                   (select string_agg(t.tag, '\n' order by t.position)
                      from client_tag t where t.client_id = c.id) as tags
              from client c
            """;

    private static final String CONTACTS =
            """
            select client_id, type, label, value
              from client_contact
             where client_id in (:ids)
             order by client_id, position
            """;

    private static final String VISIBLE =
            """
            c.id in (select p.client_id from project p where p.client_id is not null and %s)
            and %s\
            """
                    .formatted(Access.projects("p.id", Permission.VIEW_PROJECT), Access.SIGNED_IN);

    private static final String INSERT =
            """
            insert into client (name, name_key, description, industry, lock_version,
                                created_at, updated_at)
            values (:name, :key, :description, :industry, 0, :createdAt, :updatedAt)
            returning id
            """;

    private static final String FACTS =
            """
            select count(*) as projects,
                   count(case when p.active and p.status in ('on_track', 'at_risk') then 1 end) as in_progress
              from project p
             where p.client_id = :id
            """;

    private static final String UPDATE =
            """
            update client
               set name = :name, name_key = :key, description = :description,
                   industry = :industry, lock_version = lock_version + 1, updated_at = :updatedAt
             where id = :id and lock_version = :lockVersion
            """;

    private static final String ADD_CONTACT =
            """
            insert into client_contact (client_id, position, type, label, value)
            values (:client, :position, :type, :label, :value)
            """;

    private static final String ADD_TAG =
            """
            insert into client_tag (client_id, tag, position) values (:client, :tag, :position)
            """;

    ClientFacts facts(View view, long id) {
        return view.sql(FACTS)
                .param("id", id)
                .query((row, _) ->
                        new ClientFacts(row.getLong("projects"), row.getLong("in_progress")))
                .single();
    }

    Optional<Client> find(View view, long id) {
        return withContacts(
                        view,
                        view.sql(SELECT + " where c.id = :id")
                                .param("id", id)
                                .query((rs, _) -> client(rs))
                                .list())
                .stream()
                .findFirst();
    }

    /** The one of this name, whatever the case. */
    Optional<Client> named(View view, String name) {
        return withContacts(
                        view,
                        view.sql(SELECT + " where c.name_key = :key")
                                .param("key", key(name))
                                .query((rs, _) -> client(rs))
                                .list())
                .stream()
                .findFirst();
    }

    /** Whether the actor sees a project of that client. */
    boolean sees(View view, Actor actor, long id) {
        return view.sql("select 1 from client c where c.id = :id and " + VISIBLE)
                .params(actor.params())
                .param("id", id)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    /** A page of all, or of those of projects that the actor sees. */
    Found<Client> list(View view, Actor actor, boolean all, Selection selection) {
        var where = " where %s and %s".formatted(all ? "1 = 1" : VISIBLE, selection.condition());
        return ListStore.page(
                        view,
                        selection.with(actor.params()),
                        "select count(*) from client c" + where,
                        SELECT + where,
                        (row, _) -> client(row))
                .completed(page -> withContacts(view, page));
    }

    boolean nameTaken(View view, String name, long exceptId) {
        return view.sql("select 1 from client where name_key = :key and id <> :id")
                .param("key", key(name))
                .param("id", exceptId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    long insert(Tx tx, Client client) {
        long id =
                tx.sql(INSERT)
                        .params(columns(client))
                        .param("createdAt", Micros.of(client.createdAt()))
                        .query((rs, _) -> rs.getLong(1))
                        .single();
        addParts(tx, id, client);
        return id;
    }

    /** Whether the client still had the lock version that this one has. */
    boolean update(Tx tx, Client client) {
        int updated =
                tx.sql(UPDATE)
                        .params(columns(client))
                        .param("id", client.id())
                        .param("lockVersion", client.lockVersion())
                        .update();
        if (updated == 0) {
            return false;
        }
        tx.sql("delete from client_contact where client_id = :id")
                .param("id", client.id())
                .update();
        tx.sql("delete from client_tag where client_id = :id").param("id", client.id()).update();
        addParts(tx, client.id(), client);
        return true;
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from client where id = :id").param("id", id).update();
    }

    private static void addParts(Tx tx, long id, Client client) {
        int position = 0;
        for (Contact contact : client.contacts()) {
            tx.sql(ADD_CONTACT)
                    .param("client", id)
                    .param("position", position++)
                    .param("type", contact.type())
                    .param("label", contact.label())
                    .param("value", contact.value())
                    .update();
        }
        for (String tag : client.tags()) {
            tx.sql(ADD_TAG)
                    .param("client", id)
                    .param("tag", tag)
                    .param("position", position++)
                    .update();
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> columns(Client client) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", client.name());
        columns.put("key", key(client.name()));
        columns.put("description", client.description());
        columns.put("industry", client.industry());
        columns.put("updatedAt", Micros.of(client.updatedAt()));
        return columns;
    }

    private static List<Client> withContacts(View view, List<Client> clients) {
        if (clients.isEmpty()) {
            return clients;
        }
        var contacts = new HashMap<Long, List<Contact>>();
        view.sql(CONTACTS)
                .param("ids", clients.stream().map(Client::id).toList())
                .query(rs -> {
                    contacts.computeIfAbsent(rs.getLong(1), _ -> new ArrayList<>())
                            .add(new Contact(rs.getString(2), rs.getString(3), rs.getString(4)));
                });
        return clients.stream()
                .map(client -> client.with(contacts.getOrDefault(client.id(), List.of())))
                .toList();
    }

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getLong("id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("industry"),
                List.of(),
                Tags.inLines(row.getString("tags")),
                row.getLong("lock_version"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
