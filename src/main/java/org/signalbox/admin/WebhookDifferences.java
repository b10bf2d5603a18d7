package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Webhook;

/** What somebody entered about a webhook, beside what somebody else made of it meanwhile. */
final class WebhookDifferences {
    private WebhookDifferences() {}

    /**
     * @param by the name of who changed it; null where that is not known
     * @param projects names by their ids
     */
    static Stale of(
            WebhookForm yours,
            Webhook webhook,
            @Nullable String by,
            Map<String, String> projects,
            Formats formats,
            Wording wording) {
        WebhookForm now = WebhookForm.of(webhook);
        List<Stale.Difference> differences = new ArrayList<>();
        Stale.add(
                differences,
                wording.say("form.format"),
                title(yours.format(), formats),
                title(now.format(), formats));
        Stale.add(differences, wording.say("form.name"), yours.name(), now.name());
        Stale.add(differences, wording.say("form.url"), yours.url(), now.url());
        Stale.add(
                differences,
                wording.say("form.description"),
                yours.description(),
                now.description());
        Stale.add(
                differences, wording.say("form.enabled"), yours.enabled(), now.enabled(), wording);
        Stale.add(
                differences,
                wording.say("form.events"),
                events(yours, formats),
                events(now, formats));
        Stale.add(
                differences,
                wording.say("form.projects"),
                projects(yours, projects, wording),
                projects(now, projects, wording));
        String written = wording.say("form.stale.written");
        String kept = wording.say("form.stale.kept");
        Stale.add(
                differences,
                wording.say("form.secret"),
                yours.secret().isEmpty() ? kept : written,
                kept);
        addOption(
                differences, "signature_scheme", yours, now, wording, FormOptions::signatureScheme);
        addOption(differences, "content_mode", yours, now, wording, FormOptions::contentMode);
        addOption(differences, "payload", yours, now, wording, FormOptions::payload);
        Stale.add(
                differences, wording.say("form.header_name"), yours.headerName(), now.headerName());
        Stale.add(
                differences,
                wording.say("form.header_value"),
                yours.headerValue().isEmpty() ? kept : written,
                kept);
        Stale.add(
                differences,
                wording.say("form.order"),
                wording.say("form.order." + yours.ordering()),
                wording.say("form.order." + now.ordering()));
        Stale.add(
                differences,
                wording.say("form.concurrency"),
                yours.concurrency(),
                now.concurrency());
        Stale.add(
                differences,
                wording.say("form.max_per_second"),
                yours.maxPerSecond(),
                now.maxPerSecond());
        if (!yours.aggregation().isEmpty()) { // the form has it for one format only
            Stale.add(
                    differences,
                    wording.say("form.aggregation"),
                    yours.aggregation(),
                    now.aggregation());
        }
        String when = wording.minute(webhook.updatedAt());
        return new Stale(
                by == null
                        ? wording.say("form.stale.somebody", when)
                        : wording.say("form.stale.by", by, when),
                differences);
    }

    /** What only the neutral format has is no difference where the form has no field for it. */
    private static void addOption(
            List<Stale.Difference> differences,
            String field,
            WebhookForm yours,
            WebhookForm now,
            Wording wording,
            Function<FormOptions, String> option) {
        if (!option.apply(yours.options()).isEmpty()) {
            String key = "form." + field;
            Stale.add(
                    differences,
                    wording.say(key),
                    wording.say(key + "." + option.apply(yours.options().complete())),
                    wording.say(key + "." + option.apply(now.options().complete())));
        }
    }

    private static String title(String format, Formats formats) {
        return formats.find(format).map(Format::title).orElse(format);
    }

    /** "Time entries: Created", by the words of the form. */
    private static String events(WebhookForm form, Formats formats) {
        Format format = formats.find(form.format()).orElseGet(() -> formats.get(Formats.DEFAULT));
        return form.events().stream()
                .map(name ->
                        format.event(name)
                                .map(event -> event.group() + ": " + event.label())
                                .orElse(name))
                .sorted()
                .collect(Collectors.joining(", "));
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
