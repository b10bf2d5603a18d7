package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Webhook;

/** What somebody else changed while the form was open, beside what stands in the form. */
record Stale(String words, List<Difference> differences) {

    /** A field that is not as it was typed. */
    record Difference(String field, String yours, String now) {}

    /**
     * @param by the name of who changed it; null where that is not known
     * @param projects names by their ids
     */
    static Stale of(
            WebhookForm yours,
            Webhook webhook,
            @Nullable String by,
            Map<String, String> projects,
            Wording wording) {
        WebhookForm now = WebhookForm.of(webhook);
        List<Difference> differences = new ArrayList<>();
        add(differences, wording.say("form.format"), yours.format(), now.format());
        add(differences, wording.say("form.name"), yours.name(), now.name());
        add(differences, wording.say("form.url"), yours.url(), now.url());
        add(differences, wording.say("form.description"), yours.description(), now.description());
        add(
                differences,
                wording.say("form.enabled"),
                wording.say("form.stale." + yours.enabled()),
                wording.say("form.stale." + now.enabled()));
        add(differences, wording.say("form.events"), joined(yours.events()), joined(now.events()));
        add(
                differences,
                wording.say("form.projects"),
                projects(yours, projects, wording),
                projects(now, projects, wording));
        add(differences, wording.say("form.header_name"), yours.headerName(), now.headerName());
        add(
                differences,
                wording.say("form.order"),
                wording.say("form.order." + yours.ordering()),
                wording.say("form.order." + now.ordering()));
        add(differences, wording.say("form.concurrency"), yours.concurrency(), now.concurrency());
        add(
                differences,
                wording.say("form.max_per_second"),
                yours.maxPerSecond(),
                now.maxPerSecond());
        String when = wording.minute(webhook.updatedAt());
        return new Stale(
                by == null
                        ? wording.say("form.stale.somebody", when)
                        : wording.say("form.stale.by", by, when),
                List.copyOf(differences));
    }

    /** Adds the field if the two are not the same. */
    static void add(List<Difference> differences, String field, String yours, String now) {
        if (!yours.equals(now)) {
            differences.add(new Difference(field, shown(yours), shown(now)));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? Wording.NOTHING : value;
    }

    private static String joined(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String projects(WebhookForm form, Map<String, String> names, Wording wording) {
        return form.allProjects()
                ? wording.say("webhooks.all_projects")
                : form.projects().stream()
                        .map(id -> names.getOrDefault(id, id))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
