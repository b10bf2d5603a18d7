package org.signalbox.webhook;

import static org.signalbox.webhook.WebhookHal.AGGREGATION_MINUTES;
import static org.signalbox.webhook.WebhookHal.ALL_PROJECTS;
import static org.signalbox.webhook.WebhookHal.CONCURRENCY;
import static org.signalbox.webhook.WebhookHal.CONTENT_MODE;
import static org.signalbox.webhook.WebhookHal.DESCRIPTION;
import static org.signalbox.webhook.WebhookHal.ENABLED;
import static org.signalbox.webhook.WebhookHal.EVENTS;
import static org.signalbox.webhook.WebhookHal.FORMAT;
import static org.signalbox.webhook.WebhookHal.HEADER_NAME;
import static org.signalbox.webhook.WebhookHal.HEADER_VALUE;
import static org.signalbox.webhook.WebhookHal.MAIN_ENTITY_ONLY;
import static org.signalbox.webhook.WebhookHal.MAX_PER_SECOND;
import static org.signalbox.webhook.WebhookHal.NAME;
import static org.signalbox.webhook.WebhookHal.ORDERING;
import static org.signalbox.webhook.WebhookHal.PAYLOAD;
import static org.signalbox.webhook.WebhookHal.PROJECTS;
import static org.signalbox.webhook.WebhookHal.URL;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.sender.Header;
import org.signalbox.sender.HeaderRules;
import org.signalbox.sender.Targets;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** What a webhook may be. Everything that is wrong with a write is told at once. */
@Component
final class WebhookRules {
    private static final int CONCURRENCY_MAX = 100;
    private static final int PER_SECOND_MAX = 1_000;
    private static final int AGGREGATION_MAX = 120;
    private static final String MODES = "standard, cloudevents-binary, cloudevents-structured";
    private static final String PAYLOADS = "full, thin";

    private final Formats formats;
    private final Projects projects;
    private final Targets targets;
    private final WebhookStore store;
    private final SignatureRules signatures;

    WebhookRules(
            Formats formats,
            Projects projects,
            Targets targets,
            WebhookStore store,
            SignatureRules signatures) {
        this.formats = formats;
        this.projects = projects;
        this.targets = targets;
        this.store = store;
        this.signatures = signatures;
    }

    /** What a new webhook is before anything was written. */
    static Webhook blank(Instant now) {
        var nothing =
                new Subscription(
                        0,
                        true,
                        Formats.DEFAULT,
                        Packaging.PLAIN,
                        List.of(),
                        true,
                        Set.of(),
                        null,
                        null);
        return new Webhook(
                0,
                "",
                "",
                "",
                Ordering.SUBJECT,
                Webhook.CONCURRENCY_DEFAULT,
                null,
                null,
                false,
                0,
                List.of(),
                List.of(nothing),
                now,
                now,
                0,
                null,
                null);
    }

    /** Looks the host of a new URL up, which may take seconds: never inside a transaction. */
    void checkUrl(Input input, Webhook current) {
        String url = input.get(URL);
        if (url != null && !url.equals(current.url())) {
            targets.problem(url).ifPresent(problem -> refuse(input, URL, problem));
        }
    }

    /**
     * The webhook with what was written, its subscription as the only one.
     *
     * @throws Refusal if any of it is not allowed
     */
    Webhook applied(View view, Input input, Webhook current, Instant now) {
        var applied =
                new Webhook(
                        current.id(),
                        input.or(NAME, current.name()).strip(),
                        input.has(DESCRIPTION) ? input.or(DESCRIPTION, "") : current.description(),
                        input.or(URL, current.url()),
                        word(input, ORDERING, Ordering::named, "subject, strict, none")
                                .orElse(current.ordering()),
                        (int) within(input, CONCURRENCY, current.concurrency(), CONCURRENCY_MAX),
                        maxPerSecond(input, current),
                        header(input, current),
                        input.or(MAIN_ENTITY_ONLY, current.mainEntityOnly()),
                        aggregation(input, current),
                        signatures.applied(input, current, format(input, current), now),
                        List.of(subscription(view, input, current)),
                        current.createdAt(),
                        now,
                        current.lockVersion(),
                        current.createdBy(),
                        current.changedBy());
        checkFormat(input, applied.subscription());
        formats.find(applied.format())
                .ifPresent(format -> checkConditions(view, input, format.conditions(), applied));
        input.check();
        return applied;
    }

    private Subscription subscription(View view, Input input, Webhook webhook) {
        Subscription current = webhook.subscription();
        Set<Long> chosen = projects(view, input, current);
        boolean allByDefault = webhook.id() == 0 ? chosen.isEmpty() : current.allProjects();
        boolean all = input.or(ALL_PROJECTS, allByDefault);
        if (!all && chosen.isEmpty()) {
            refuse(input, PROJECTS, "Choose at least one project, or All projects.");
        }
        return new Subscription(
                current.after(),
                input.or(ENABLED, current.enabled()),
                format(input, webhook),
                packaging(input, webhook),
                input.or(EVENTS, current.events()).stream().distinct().toList(),
                all,
                chosen,
                current.since(),
                current.by());
    }

    private Set<Long> projects(View view, Input input, Subscription current) {
        List<Reference> sent = input.get(PROJECTS);
        if (sent == null) {
            return input.has(PROJECTS) ? Set.of() : current.projects();
        }
        Set<Long> ids = sent.stream().map(Reference::id).collect(Collectors.toSet());
        Set<Long> existing =
                projects.all(view, ids).stream().map(Project::id).collect(Collectors.toSet());
        ids.stream()
                .filter(id -> !existing.contains(id))
                .sorted()
                .findFirst()
                .ifPresent(
                        id -> refuse(input, PROJECTS, "Project %d does not exist.".formatted(id)));
        return ids;
    }

    private void checkFormat(Input input, Subscription wanted) {
        var format = formats.find(wanted.format());
        if (format.isEmpty()) {
            String known = formats.all().stream().map(Format::id).collect(Collectors.joining(", "));
            refuse(input, FORMAT, "Format must be one of %s.".formatted(known));
            return;
        }
        wanted.events().stream()
                .filter(name -> !format.get().knows(name))
                .findFirst()
                .ifPresent(name ->
                        refuse(
                                input,
                                EVENTS,
                                "There is no event %s in the format %s."
                                        .formatted(name, wanted.format())));
        if (wanted.enabled() && wanted.events().isEmpty()) {
            refuse(input, EVENTS, "Choose at least one event, or switch Enabled off.");
        }
    }

    private void checkConditions(View view, Input input, Conditions conditions, Webhook wanted) {
        if (conditions.httpsOnly() && !isHttps(wanted.url())) {
            refuse(input, URL, "URL must start with https:// in this format.");
        }
        if (conditions.perEventMax() < Integer.MAX_VALUE && wanted.enabled()) {
            var others =
                    store.all(view).stream()
                            .filter(other -> other.id() != wanted.id() && other.enabled())
                            .map(Webhook::subscription)
                            .filter(other -> other.format().equals(wanted.format()))
                            .toList();
            wanted.subscription().events().stream()
                    .filter(name -> count(others, name) >= conditions.perEventMax())
                    .findFirst()
                    .ifPresent(name ->
                            refuse(
                                    input,
                                    EVENTS,
                                    "There are %d webhooks for %s already, and no more can be."
                                            .formatted(conditions.perEventMax(), name)));
        }
    }

    private static long count(List<Subscription> others, String event) {
        return others.stream().filter(other -> other.events().contains(event)).count();
    }

    private static boolean isHttps(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** What this word stands for; none if it was not sent, or stands for nothing. */
    private static <E> Optional<E> word(
            Input input,
            Attribute<WebhookDetail, String> attribute,
            Function<String, Optional<E>> named,
            String words) {
        String word = input.get(attribute);
        if (word == null) {
            return Optional.empty();
        }
        Optional<E> meant = named.apply(word);
        if (meant.isEmpty()) {
            refuse(input, attribute, "%s must be one of %s.".formatted(attribute.title(), words));
        }
        return meant;
    }

    private static @Nullable Integer maxPerSecond(Input input, Webhook current) {
        Integer kept = current.maxPerSecond();
        if (!input.has(MAX_PER_SECOND)) {
            return kept;
        }
        return input.get(MAX_PER_SECOND) == null
                ? null
                : (int) within(input, MAX_PER_SECOND, 0, PER_SECOND_MAX);
    }

    private static long within(
            Input input, Attribute<WebhookDetail, Long> attribute, long current, int max) {
        long number = input.or(attribute, current);
        if (input.has(attribute) && (number < 1 || number > max)) {
            input.problems().add(attribute, "must be between 1 and %d".formatted(max));
        }
        return number;
    }

    private static @Nullable Header header(Input input, Webhook current) {
        Header kept = current.header();
        String name = input.get(HEADER_NAME, kept == null ? null : kept.name());
        if (name == null || name.isEmpty()) {
            if (input.get(HEADER_VALUE) != null) {
                input.problems().add(HEADER_NAME, "can't be blank");
            }
            return null;
        }
        String value = input.get(HEADER_VALUE, kept == null ? null : kept.value());
        if (value == null || value.isEmpty()) {
            input.problems().add(HEADER_VALUE, "can't be blank");
            return null;
        }
        HeaderRules.nameProblem(name).ifPresent(problem -> refuse(input, HEADER_NAME, problem));
        HeaderRules.valueProblem(value).ifPresent(problem -> refuse(input, HEADER_VALUE, problem));
        return new Header(name, value);
    }

    /** Only where the format can; a change to another format ends it. */
    private int aggregation(Input input, Webhook current) {
        boolean known =
                formats.find(input.or(FORMAT, current.format()))
                        .filter(Format::aggregates)
                        .isPresent();
        if (!input.has(AGGREGATION_MINUTES)) {
            return known ? current.aggregationMinutes() : 0;
        }
        long minutes = input.or(AGGREGATION_MINUTES, 0L);
        if (minutes < 0 || minutes > AGGREGATION_MAX) {
            input.problems()
                    .add(
                            AGGREGATION_MINUTES,
                            "must be between 0 and %d".formatted(AGGREGATION_MAX));
        } else if (minutes > 0 && !known) {
            refuse(
                    input,
                    AGGREGATION_MINUTES,
                    "Changes can be aggregated in the format openproject only.");
        }
        return (int) minutes;
    }

    private static String format(Input input, Webhook current) {
        return input.or(FORMAT, current.format());
    }

    /**
     * Another format has its own; what is written of ours all the same must not be lost quietly.
     */
    private static Packaging packaging(Input input, Webhook current) {
        boolean neutral = format(input, current).equals(Formats.NEUTRAL);
        Packaging kept = neutral ? current.subscription().packaging() : Packaging.PLAIN;
        var packaging =
                new Packaging(
                        word(input, CONTENT_MODE, ContentMode::named, MODES).orElse(kept.mode()),
                        word(input, PAYLOAD, Payload::named, PAYLOADS).orElse(kept.payload()));
        if (!neutral) {
            refuseOther(input, CONTENT_MODE, packaging.mode() != ContentMode.STANDARD);
            refuseOther(input, PAYLOAD, packaging.payload() != Payload.FULL);
        }
        return packaging;
    }

    private static void refuseOther(
            Input input, Attribute<WebhookDetail, String> attribute, boolean other) {
        if (other) {
            refuse(
                    input,
                    attribute,
                    "%s can be chosen in the format standard only.".formatted(attribute.title()));
        }
    }

    private static void refuse(Input input, Attribute<WebhookDetail, ?> attribute, String words) {
        input.problems().add(new Refusal.Invalid(attribute.name(), words));
    }
}
