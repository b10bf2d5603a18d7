package org.signalbox.webhook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Selection;
import org.signalbox.sender.Header;
import org.signalbox.store.Dialect;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of webhooks, their subscriptions and their secrets. */
@Component
final class WebhookStore {

    private static final String SELECT =
            """
            select w.id, w.name, w.description, w.url, w.ordering, w.concurrency, w.max_per_second,
                   w.header_name, w.header_value, w.main_entity_only,
                   w.aggregation_minutes, w.created_at, w.updated_at, w.lock_version,
                   w.created_by, w.updated_by
              from webhook w
            """;

    private static final String SUBSCRIPTIONS =
            """
            select webhook_id, after_sequence, enabled, format, content_mode, payload, events,
                   all_projects, projects, since, changed_by
              from webhook_subscription
             where webhook_id in (:ids)
             order by webhook_id, after_sequence
            """;

    private static final String SECRETS =
            """
            select webhook_id, scheme, secret, since, until
              from webhook_secret
             where webhook_id in (:ids)
             order by webhook_id, id desc
            """;

    private static final String INSERT =
            """
            insert into webhook (name, name_key, description, url, ordering, concurrency,
                                 max_per_second, header_name, header_value, main_entity_only,
                                 aggregation_minutes, created_at, updated_at,
                                 created_by, updated_by)
            values (:name, :nameKey, :description, :url, :ordering, :concurrency,
                    :maxPerSecond, :headerName, :headerValue, :mainEntityOnly,
                    :aggregationMinutes, :createdAt, :updatedAt, :updatedBy, :updatedBy)
            returning id
            """;

    private static final String UPDATE =
            """
            update webhook
               set name = :name, name_key = :nameKey, description = :description, url = :url,
                   ordering = :ordering, concurrency = :concurrency,
                   max_per_second = :maxPerSecond, header_name = :headerName,
                   header_value = :headerValue, main_entity_only = :mainEntityOnly,
                   aggregation_minutes = :aggregationMinutes,
                   updated_at = :updatedAt, updated_by = :updatedBy,
                   lock_version = lock_version + 1
             where id = :id
            """;

    /** Two versions from the same moment on are one: nothing happened in between. */
    private static final String SUBSCRIBE =
            """
            insert into webhook_subscription (webhook_id, after_sequence, enabled, format,
                                              content_mode, payload, events, all_projects, projects,
                                              since, changed_by)
            values (:id, :after, :enabled, :format, :contentMode, :payload, :events, :allProjects,
                    :projects, :since, :by)
            on conflict (webhook_id, after_sequence) do update
               set enabled = excluded.enabled, format = excluded.format,
                   content_mode = excluded.content_mode, payload = excluded.payload,
                   events = excluded.events, all_projects = excluded.all_projects,
                   projects = excluded.projects, since = excluded.since,
                   changed_by = excluded.changed_by
            """;

    private static final String ADD_SECRET =
            """
            insert into webhook_secret (webhook_id, scheme, secret, since, until)
            values (:id, :scheme, :secret, :since, :until)
            """;

    private static final String TOUCH =
            """
            update webhook
               set updated_at = :now, updated_by = :by, lock_version = lock_version + 1
             where id = :id
            """;

    private final Vault vault;
    private final JsonMapper json;

    WebhookStore(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    List<Webhook> all(View view) {
        return complete(
                view, view.sql(SELECT + " order by w.id").query((row, _) -> webhook(row)).list());
    }

    /**
     * Until the change is done no other node changes what any webhook wants. It has to come first,
     * so that what others changed before is seen. On SQLite there is one writer anyway.
     */
    void holdOthersBack(Tx tx) {
        if (tx.dialect() == Dialect.POSTGRESQL) {
            tx.sql("lock table webhook_subscription in share row exclusive mode").update();
        }
    }

    Optional<Webhook> find(View view, long id) {
        return complete(
                        view,
                        view.sql(SELECT + " where w.id = :id")
                                .param("id", id)
                                .query((row, _) -> webhook(row))
                                .list())
                .stream()
                .findFirst();
    }

    Found<Webhook> list(View view, Selection selection) {
        String where = " where " + selection.condition();
        return ListStore.page(
                        view,
                        selection,
                        "select count(*) from webhook w" + where,
                        SELECT + where,
                        (row, _) -> webhook(row))
                .completed(page -> complete(view, page));
    }

    /** Whether another webhook than this one has the name, ignoring case. */
    boolean isTaken(View view, String name, long exceptId) {
        return view.sql("select 1 from webhook where name_key = :key and id <> :id")
                .param("key", key(name))
                .param("id", exceptId)
                .query((row, _) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    long insert(Tx tx, Webhook webhook, @Nullable Long by) {
        return tx.sql(INSERT)
                .params(columns(webhook))
                .param("updatedBy", by)
                .param("createdAt", Micros.of(webhook.createdAt()))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    void update(Tx tx, Webhook webhook, @Nullable Long by) {
        tx.sql(UPDATE)
                .params(columns(webhook))
                .param("updatedBy", by)
                .param("id", webhook.id())
                .update();
    }

    void touch(Tx tx, long id, Instant now, @Nullable Long by) {
        tx.sql(TOUCH).param("now", Micros.of(now)).param("by", by).param("id", id).update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from webhook where id = :id").param("id", id).update();
    }

    void subscribe(Tx tx, long id, Subscription subscription) {
        tx.sql(SUBSCRIBE)
                .param("id", id)
                .param("after", subscription.after())
                .param("enabled", subscription.enabled())
                .param("format", subscription.format())
                .param("contentMode", subscription.packaging().mode().word())
                .param("payload", subscription.packaging().payload().word())
                .param("events", json.writeValueAsString(subscription.events()))
                .param("allProjects", subscription.allProjects())
                .param(
                        "projects",
                        json.writeValueAsString(subscription.projects().stream().sorted().toList()))
                .param("since", Micros.ofNullable(subscription.since()))
                .param("by", subscription.by())
                .update();
    }

    /** Replaces them all. */
    void setSecrets(Tx tx, long id, List<SigningSecret> secrets) {
        tx.sql("delete from webhook_secret where webhook_id = :id").param("id", id).update();
        for (SigningSecret secret : secrets.reversed()) {
            tx.sql(ADD_SECRET)
                    .param("id", id)
                    .param("scheme", SignatureScheme.of(secret.signer()).word())
                    .param("secret", vault.seal(secret.signer().text()))
                    .param("since", Micros.of(secret.since()))
                    .param("until", Micros.ofNullable(secret.until()))
                    .update();
        }
    }

    private Map<String, @Nullable Object> columns(Webhook webhook) {
        Header header = webhook.header();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", webhook.name());
        columns.put("nameKey", key(webhook.name()));
        columns.put("description", webhook.description());
        columns.put("url", webhook.url());
        columns.put("ordering", webhook.ordering().word());
        columns.put("concurrency", webhook.concurrency());
        columns.put("maxPerSecond", webhook.maxPerSecond());
        columns.put("headerName", header == null ? null : header.name());
        columns.put("headerValue", header == null ? null : vault.seal(header.value()));
        columns.put("mainEntityOnly", webhook.mainEntityOnly());
        columns.put("aggregationMinutes", webhook.aggregationMinutes());
        columns.put("updatedAt", Micros.of(webhook.updatedAt()));
        return columns;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private List<Webhook> complete(View view, List<Webhook> webhooks) {
        if (webhooks.isEmpty()) {
            return webhooks;
        }
        List<Long> ids = webhooks.stream().map(Webhook::id).toList();
        var subscriptions = byWebhook(view, SUBSCRIPTIONS, ids, this::subscription);
        var secrets = byWebhook(view, SECRETS, ids, this::secret);
        return webhooks.stream()
                .map(webhook ->
                        webhook.with(
                                secrets.getOrDefault(webhook.id(), List.of()),
                                subscriptions.getOrDefault(webhook.id(), List.of())))
                .toList();
    }

    private interface Part<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Owned<T>(long webhookId, T what) {}

    private static <T> Map<Long, List<T>> byWebhook(
            View view, String statement, Collection<Long> ids, Part<T> part) {
        return view
                .sql(statement)
                .param("ids", ids)
                .query((row, _) -> new Owned<>(row.getLong("webhook_id"), part.of(row)))
                .list()
                .stream()
                .collect(groupingBy(Owned::webhookId, mapping(Owned::what, toList())));
    }

    private Webhook webhook(ResultSet row) throws SQLException {
        String headerName = row.getString("header_name");
        String headerValue = row.getString("header_value");
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("url"),
                Ordering.named(row.getString("ordering")).orElseThrow(),
                row.getInt("concurrency"),
                row.getObject("max_per_second") == null ? null : row.getInt("max_per_second"),
                headerName == null || headerValue == null
                        ? null
                        : new Header(headerName, vault.open(headerValue)),
                row.getBoolean("main_entity_only"),
                row.getInt("aggregation_minutes"),
                List.of(),
                List.of(),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")),
                row.getLong("lock_version"),
                row.getObject("created_by") == null ? null : row.getLong("created_by"),
                row.getObject("updated_by") == null ? null : row.getLong("updated_by"));
    }

    private Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getLong("after_sequence"),
                row.getBoolean("enabled"),
                row.getString("format"),
                new Packaging(
                        ContentMode.named(row.getString("content_mode")).orElseThrow(),
                        Payload.named(row.getString("payload")).orElseThrow()),
                json.readValue(row.getString("events"), new TypeReference<List<String>>() {}),
                row.getBoolean("all_projects"),
                json.readValue(row.getString("projects"), new TypeReference<Set<Long>>() {}),
                row.getObject("since") == null ? null : Micros.at(row.getLong("since")),
                row.getObject("changed_by") == null ? null : row.getLong("changed_by"));
    }

    private SigningSecret secret(ResultSet row) throws SQLException {
        var scheme = SignatureScheme.named(row.getString("scheme")).orElseThrow();
        return new SigningSecret(
                scheme.signer(vault.open(row.getString("secret"))),
                Micros.at(row.getLong("since")),
                row.getObject("until") == null ? null : Micros.at(row.getLong("until")));
    }
}
