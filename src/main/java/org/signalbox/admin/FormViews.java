package org.signalbox.admin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Header;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Ordering;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** Lays out the form: what there is to choose, and what is said beside the fields. */
@Component
final class FormViews {
    private static final List<Secret> ANY_SECRET = List.of(new Secret("any"));

    private final Formats formats;
    private final ProjectChoices projects;
    private final PayloadPreview preview;

    FormViews(Formats formats, ProjectChoices projects, PayloadPreview preview) {
        this.formats = formats;
        this.projects = projects;
        this.preview = preview;
    }

    /** The form with the events by the names of the chosen format. */
    WebhookForm fitting(WebhookForm form) {
        return form.withEvents(new EventChoices(formats, format(form)).translate(form.events()));
    }

    /**
     * @param webhook null for a new one
     * @param sent the form as it came
     * @param form the same with the events of its format
     */
    FormView of(
            @Nullable Webhook webhook,
            WebhookForm sent,
            WebhookForm form,
            FormLook look,
            Wording wording) {
        Format format = format(form);
        return new FormView(
                frame(webhook, wording),
                formats.all().stream().map(other -> card(other, wording)).toList(),
                new EventChoices(formats, format)
                        .view(form.events(), translated(sent, form, format, wording), wording),
                projects.of(form, look.projects(), wording),
                kept(webhook, format, wording),
                new OptionWords(wording).of(form),
                orders(wording),
                isAdvanced(form),
                format.aggregates(),
                preview.of(webhook, form, format, look.preview(), wording).orElse(null));
    }

    /** What somebody else changed meanwhile. */
    Stale stale(
            WebhookForm form,
            Webhook now,
            @Nullable String by,
            Map<String, String> projectNames,
            Wording wording) {
        return WebhookDifferences.of(form, now, by, projectNames, formats, wording);
    }

    private Format format(WebhookForm form) {
        return formats.find(form.format()).orElseGet(() -> formats.get(Formats.DEFAULT));
    }

    private static FormatCard card(Format format, Wording wording) {
        return new FormatCard(format.id(), format.title(), wording.say("format." + format.id()));
    }

    private static FormView.Frame frame(@Nullable Webhook webhook, Wording wording) {
        if (webhook == null) {
            return new FormView.Frame(
                    null,
                    "",
                    wording.say("form.new"),
                    wording.say("form.new.crumb"),
                    WebhooksPage.PATH,
                    WebhooksPage.PATH + "/new",
                    WebhooksPage.PATH,
                    wording.say("form.create"),
                    wording.say("form.failed.new"));
        }
        String path = WebhooksPage.path(webhook.id());
        return new FormView.Frame(
                webhook.id(),
                webhook.name(),
                wording.say("form.edit"),
                wording.say("form.edit.crumb"),
                path,
                path + "/edit",
                path,
                wording.say("form.save"),
                wording.say("form.failed.edit"));
    }

    private static @Nullable String translated(
            WebhookForm sent, WebhookForm form, Format format, Wording wording) {
        Set<String> foreign = new LinkedHashSet<>(sent.events());
        foreign.removeIf(format::knows);
        return foreign.isEmpty()
                ? null
                : wording.say(
                        "form.translated",
                        format.title(),
                        form.events().size(),
                        sent.events().size());
    }

    private static FormView.Kept kept(@Nullable Webhook webhook, Format format, Wording wording) {
        var since = webhook == null ? null : webhook.secretSince();
        if (webhook == null) {
            return new FormView.Kept(
                    "", "", wording.say("form.secret.hint", signatures(format, wording)), "");
        }
        RotationWords words = new RotationWords(webhook, wording);
        return new FormView.Kept(
                since == null ? "" : words.of("set", wording.day(since)),
                since == null ? "" : words.of("action"),
                wording.say("form.secret.hint", signatures(format, wording)),
                webhook.header() == null ? "" : wording.say("form.header_value.set"));
    }

    /** The headers that only a secret makes: those of the format, and the one of every request. */
    private static String signatures(Format format, Wording wording) {
        return Stream.concat(
                        format.headers(new byte[0], ANY_SECRET).stream().map(Header::name),
                        Stream.of("webhook-signature"))
                .map("<code>%s</code>"::formatted)
                .collect(Collectors.joining(wording.say("form.and")));
    }

    private static List<FormatCard> orders(Wording wording) {
        return Stream.of(Ordering.values())
                .map(Ordering::word)
                .map(word ->
                        new FormatCard(
                                word,
                                wording.say("form.order." + word),
                                wording.say("form.order." + word + ".text")))
                .toList();
    }

    /** Open when something differs from the default. */
    private static boolean isAdvanced(WebhookForm form) {
        WebhookForm blank = WebhookForm.blank();
        return !form.ordering().equals(blank.ordering())
                || !form.concurrency().equals(blank.concurrency())
                || !form.maxPerSecond().equals(blank.maxPerSecond())
                || !Set.of("", blank.aggregation()).contains(form.aggregation());
    }
}
