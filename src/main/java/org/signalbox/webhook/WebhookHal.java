package org.signalbox.webhook;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;
import static org.signalbox.hal.Types.STRINGS;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.sender.Header;

/** Webhooks in the API. */
public final class WebhookHal {

    static final Attribute<WebhookDetail, Long> ID = of("id", INTEGER, Webhook::id);
    static final Attribute<WebhookDetail, String> NAME =
            of("name", STRING, Webhook::name).writable().required().length(1, 255);
    static final Attribute<WebhookDetail, String> DESCRIPTION =
            of("description", STRING, Webhook::description).writable().length(0, 10_000);
    static final Attribute<WebhookDetail, String> URL =
            of("url", STRING, Webhook::url).writable().required().called("URL");
    static final Attribute<WebhookDetail, String> FORMAT =
            of("format", STRING, Webhook::format).writable().required().withDefault();
    static final Attribute<WebhookDetail, List<String>> EVENTS =
            wanted("events", STRINGS, Subscription::events).writable().required().withDefault();
    static final Attribute<WebhookDetail, Boolean> ENABLED =
            wanted("enabled", BOOLEAN, Subscription::enabled).writable().required().withDefault();
    static final Attribute<WebhookDetail, Boolean> ALL_PROJECTS =
            wanted("allProjects", BOOLEAN, Subscription::allProjects)
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<WebhookDetail, Boolean> HAS_SECRET =
            of("hasSecret", BOOLEAN, webhook -> webhook.secretSince() != null);
    static final Attribute<WebhookDetail, String> HEADER_NAME =
            of("headerName", STRING, webhook -> nameOf(webhook.header())).writable();
    static final Attribute<WebhookDetail, Boolean> HAS_HEADER_VALUE =
            of("hasHeaderValue", BOOLEAN, webhook -> webhook.header() != null);
    static final Attribute<WebhookDetail, String> ORDERING =
            of("ordering", STRING, webhook -> webhook.ordering().word())
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<WebhookDetail, Long> CONCURRENCY =
            of("concurrency", INTEGER, webhook -> (long) webhook.concurrency())
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<WebhookDetail, Long> MAX_PER_SECOND =
            of("maxPerSecond", INTEGER, webhook -> longOf(webhook.maxPerSecond())).writable();
    static final Attribute<WebhookDetail, Boolean> MAIN_ENTITY_ONLY =
            of("onlyTriggerForMainEntityChanges", BOOLEAN, Webhook::mainEntityOnly)
                    .writable()
                    .required()
                    .withDefault()
                    .when(detail -> detail.webhook().format().equals("awork"));
    static final Attribute<WebhookDetail, Long> AGGREGATION_MINUTES =
            of("aggregationMinutes", INTEGER, webhook -> (long) webhook.aggregationMinutes())
                    .writable()
                    .required()
                    .withDefault()
                    .when(detail -> detail.webhook().format().equals(Formats.DEFAULT));
    static final Attribute<WebhookDetail, String> SIGNATURE_SCHEME =
            of("signatureScheme", STRING, webhook -> webhook.signatureScheme().word())
                    .writable()
                    .required()
                    .withDefault()
                    .when(WebhookHal::isNeutral);
    static final Attribute<WebhookDetail, String> PUBLIC_KEY =
            of("publicKey", STRING, webhook -> webhook.publicKey().orElse(null))
                    .when(WebhookHal::isNeutral);
    static final Attribute<WebhookDetail, String> CONTENT_MODE =
            wanted("contentMode", STRING, wanted -> wanted.packaging().mode().word())
                    .writable()
                    .required()
                    .withDefault()
                    .when(WebhookHal::isNeutral);
    static final Attribute<WebhookDetail, String> PAYLOAD =
            wanted("payload", STRING, wanted -> wanted.packaging().payload().word())
                    .writable()
                    .required()
                    .withDefault()
                    .when(WebhookHal::isNeutral);
    static final Attribute<WebhookDetail, String> STATUS =
            fares("status", STRING, standing -> standing.status().word());
    static final Attribute<WebhookDetail, String> STATUS_REASON =
            fares("statusReason", STRING, Standing::reason);
    static final Attribute<WebhookDetail, Long> CONSECUTIVE_FAILURES =
            fares(
                    "consecutiveFailures",
                    INTEGER,
                    standing -> (long) standing.consecutiveFailures());
    static final Attribute<WebhookDetail, Long> PENDING_DELIVERIES =
            fares("pendingDeliveries", INTEGER, Standing::pendingDeliveries);
    static final Attribute<WebhookDetail, Long> LOCK_VERSION =
            of("lockVersion", INTEGER, Webhook::lockVersion).echoed();
    static final Attribute<WebhookDetail, Instant> CREATED_AT =
            of("createdAt", DATE_TIME, Webhook::createdAt);
    static final Attribute<WebhookDetail, Instant> UPDATED_AT =
            of("updatedAt", DATE_TIME, Webhook::updatedAt);
    static final Attribute<WebhookDetail, List<Reference>> PROJECTS =
            Attribute.of("projects", Types.links("Project", "projects"), WebhookDetail::projects)
                    .writable();
    static final Attribute<WebhookDetail, String> SECRET = writeOnly("secret");
    static final Attribute<WebhookDetail, String> HEADER_VALUE = writeOnly("headerValue");

    static final Description<WebhookDetail> WEBHOOK =
            Description.<WebhookDetail>of("Webhook")
                    .with(ID, NAME, DESCRIPTION, URL, FORMAT, EVENTS, ENABLED, ALL_PROJECTS)
                    .with(SIGNATURE_SCHEME, PUBLIC_KEY, CONTENT_MODE, PAYLOAD)
                    .with(HAS_SECRET, HEADER_NAME, HAS_HEADER_VALUE)
                    .with(
                            ORDERING,
                            CONCURRENCY,
                            MAX_PER_SECOND,
                            MAIN_ENTITY_ONLY,
                            AGGREGATION_MINUTES)
                    .with(STATUS, STATUS_REASON, CONSECUTIVE_FAILURES, PENDING_DELIVERIES)
                    .with(LOCK_VERSION, CREATED_AT, UPDATED_AT, PROJECTS, SECRET, HEADER_VALUE)
                    .filters(
                            Filter.of("id", Filters.reference("w.id")),
                            Filter.of("name", Filters.text("w.name")),
                            Filter.of("url", Filters.text("w.url")),
                            Filter.of("createdAt", Filters.time("w.created_at")),
                            Filter.of("updatedAt", Filters.time("w.updated_at")))
                    .sorts(
                            Sort.by("id", "w.id"),
                            Sort.by("name", "w.name_key"),
                            Sort.by("createdAt", "w.created_at"),
                            Sort.by("updatedAt", "w.updated_at"));

    private static final Description<WebhookState> STATE =
            Description.<WebhookState>of("Webhook")
                    .with(
                            Attribute.of("id", INTEGER, WebhookState::id),
                            Attribute.of("name", STRING, WebhookState::name),
                            Attribute.of("format", STRING, WebhookState::format),
                            Attribute.of("status", STRING, state -> state.status().word()),
                            Attribute.of("statusReason", STRING, WebhookState::reason),
                            Attribute.of("statusSince", DATE_TIME, WebhookState::since),
                            Attribute.of(
                                    "consecutiveFailures",
                                    INTEGER,
                                    state -> (long) state.consecutiveFailures()),
                            Attribute.of("lastError", STRING, WebhookState::lastError));

    private WebhookHal() {}

    /** A webhook as the API shows it. */
    public static Document document(WebhookDetail detail) {
        var self = "/api/v3/webhooks/" + detail.webhook().id();
        return WEBHOOK.document(detail)
                .link("self", Link.to(self, detail.webhook().name()))
                .link("deliveries", Link.to(self + "/deliveries"))
                .link("updateImmediately", Link.action(self, "patch"))
                .link("delete", Link.action(self, "delete"))
                .link("test", Link.action(self + "/test", "post"))
                .link("rotateSecret", Link.action(self + "/rotate_secret", "post"));
    }

    /** How a webhook fared, as other webhooks tell it. */
    public static Document document(WebhookState state) {
        return STATE.document(state)
                .link("self", Link.to("/api/v3/webhooks/" + state.id(), state.name()));
    }

    static Shape shape() {
        return WEBHOOK.shape()
                .links("self", "deliveries", "updateImmediately", "delete", "test", "rotateSecret")
                .optional("secret", STRING);
    }

    private static boolean isNeutral(WebhookDetail detail) {
        return detail.webhook().format().equals(Formats.NEUTRAL);
    }

    private static <V> Attribute<WebhookDetail, V> of(
            String name, Type<V> type, Function<Webhook, @Nullable V> getter) {
        return Attribute.of(name, type, detail -> getter.apply(detail.webhook()));
    }

    private static <V> Attribute<WebhookDetail, V> wanted(
            String name, Type<V> type, Function<Subscription, V> getter) {
        return of(name, type, webhook -> getter.apply(webhook.subscription()));
    }

    private static <V> Attribute<WebhookDetail, V> fares(
            String name, Type<V> type, Function<Standing, @Nullable V> getter) {
        return Attribute.of(name, type, detail -> getter.apply(detail.standing()));
    }

    private static Attribute<WebhookDetail, String> writeOnly(String name) {
        return of(name, STRING, _ -> null).writable().hidden();
    }

    private static @Nullable String nameOf(@Nullable Header header) {
        return header == null ? null : header.name();
    }

    private static @Nullable Long longOf(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }
}
