package org.signalbox.admin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalbox.event.CustomTypes;
import org.signalbox.sender.Header;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Ordering;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the fields of the form, as it was typed.
 *
 * @param customEvent what was typed as the name of an event, and is none
 * @param removed what is to be taken away: {@code secret}, {@code header}
 */
record WebhookForm(
        String format,
        FormOptions options,
        String name,
        String url,
        String description,
        boolean enabled,
        Set<String> events,
        boolean allProjects,
        Set<String> projects,
        String customEvent,
        Set<String> removed,
        String secret,
        String headerName,
        String headerValue,
        String ordering,
        String concurrency,
        String maxPerSecond,
        String aggregation) {

    private static final String PREFIX = "webhook[";

    /** A new webhook: OpenProject, enabled, all projects, no events. */
    static WebhookForm blank() {
        return new WebhookForm(
                Formats.DEFAULT,
                FormOptions.DEFAULT,
                "",
                "",
                "",
                true,
                Set.of(),
                true,
                Set.of(),
                "",
                Set.of(),
                "",
                "",
                "",
                Ordering.SUBJECT.word(),
                "16",
                "",
                "0");
    }

    /** A webhook as it is; what is never shown again stays empty. */
    static WebhookForm of(Webhook webhook) {
        Subscription wanted = webhook.subscription();
        Header header = webhook.header();
        Integer maxPerSecond = webhook.maxPerSecond();
        return new WebhookForm(
                wanted.format(),
                FormOptions.of(webhook),
                webhook.name(),
                webhook.url(),
                webhook.description(),
                wanted.enabled(),
                new LinkedHashSet<>(wanted.events()),
                wanted.allProjects(),
                wanted.projects().stream().map(String::valueOf).collect(Collectors.toSet()),
                "",
                Set.of(),
                "",
                header == null ? "" : header.name(),
                "",
                webhook.ordering().word(),
                Integer.toString(webhook.concurrency()),
                maxPerSecond == null ? "" : maxPerSecond.toString(),
                Integer.toString(webhook.aggregationMinutes()));
    }

    /** What the browser sent. Unticked boxes are not sent: no events means none. */
    static WebhookForm sent(MultiValueMap<String, String> parameters) {
        String custom = field(parameters, "custom_event").strip();
        return new WebhookForm(
                field(parameters, "format"),
                FormOptions.sent(name -> field(parameters, name)),
                field(parameters, "name").strip(),
                field(parameters, "url").strip(),
                field(parameters, "description").strip(),
                field(parameters, "enabled").equals("1"),
                events(parameters, custom),
                !field(parameters, "project_ids").equals("selection"),
                set(parameters, "selected_project_ids"),
                CustomTypes.isName(custom) ? "" : custom,
                set(parameters, "removed"),
                field(parameters, "secret").strip(),
                field(parameters, "header_name").strip(),
                field(parameters, "header_value"),
                field(parameters, "ordering"),
                field(parameters, "concurrency").strip(),
                field(parameters, "max_per_second").strip(),
                field(parameters, "aggregation").strip());
    }

    WebhookForm withSecret(String generated) {
        return new WebhookForm(
                format,
                options,
                name,
                url,
                description,
                enabled,
                events,
                allProjects,
                projects,
                customEvent,
                removed,
                generated,
                headerName,
                headerValue,
                ordering,
                concurrency,
                maxPerSecond,
                aggregation);
    }

    WebhookForm withEvents(Set<String> names) {
        return new WebhookForm(
                format,
                options,
                name,
                url,
                description,
                enabled,
                names,
                allProjects,
                projects,
                customEvent,
                removed,
                secret,
                headerName,
                headerValue,
                ordering,
                concurrency,
                maxPerSecond,
                aggregation);
    }

    /** The last value, as a box comes after the hidden field that says what it means unticked. */
    private static String field(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(PREFIX + name + "]");
        return values == null || values.isEmpty() ? "" : values.getLast();
    }

    /** The boxes that were ticked, and what was typed, once it is a name. */
    private static Set<String> events(MultiValueMap<String, String> parameters, String custom) {
        Set<String> events = new LinkedHashSet<>(set(parameters, "events"));
        if (CustomTypes.isName(custom)) {
            events.add(custom);
        }
        return events;
    }

    private static Set<String> set(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(PREFIX + name + "][]");
        return values == null ? Set.of() : new LinkedHashSet<>(values);
    }
}
