package org.signalbox.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.SentAs;
import org.signalbox.event.Event;
import org.signalbox.sender.Header;
import org.signalbox.sender.RequestHeaders;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** Shows what would arrive, with sample data, before anything is saved. */
@Component
final class PayloadPreview {
    private final RequestHeaders requestHeaders;

    PayloadPreview(RequestHeaders requestHeaders) {
        this.requestHeaders = requestHeaders;
    }

    /**
     * @param webhook whose secret signs while the field is empty; null for a new one
     * @param wanted the event to show; another one if it is not among the chosen
     */
    Optional<FormView.Preview> of(
            @Nullable Webhook webhook,
            WebhookForm form,
            Format format,
            @Nullable String wanted,
            Wording wording) {
        List<String> events =
                EventChoices.all(format, form.events()).stream()
                        .filter(event -> EventChoices.covers(form.events(), event))
                        .map(EventName::name)
                        .toList();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        String name = wanted != null && events.contains(wanted) ? wanted : events.getFirst();
        Event sample = format.sample(name);
        byte[] body = format.body(sample, name);
        return Optional.of(
                new FormView.Preview(
                        events,
                        name,
                        headers(webhook, form, format, sample, body, wording),
                        Code.of(new String(body, StandardCharsets.UTF_8)),
                        wording.say("preview.size", wording.size(body.length))));
    }

    private List<Named> headers(
            @Nullable Webhook webhook,
            WebhookForm form,
            Format format,
            Event sample,
            byte[] body,
            Wording wording) {
        List<Secret> secrets = secrets(webhook, form, wording);
        List<Header> headers =
                new ArrayList<>(requestHeaders.of(sample.id(), wording.now(), body, secrets));
        headers.addAll(format.headers(body, secrets));
        List<Named> lines = new ArrayList<>();
        lines.add(
                form.url().isEmpty()
                        ? new Named("POST", wording.say("preview.no_url"), "idle")
                        : new Named("POST", form.url()));
        for (Header header : headers) {
            lines.add(new Named(header.name().toLowerCase(Locale.ROOT), header.value()));
        }
        if (!form.headerName().isEmpty()) {
            lines.add(new Named(form.headerName().toLowerCase(Locale.ROOT), SentAs.MASK, "idle"));
        }
        return lines;
    }

    private static List<Secret> secrets(
            @Nullable Webhook webhook, WebhookForm form, Wording wording) {
        if (!form.secret().isEmpty()) {
            return Secret.problem(form.secret()).isPresent()
                    ? List.of()
                    : List.of(new Secret(form.secret()));
        }
        return webhook == null ? List.of() : webhook.secretsAt(wording.now());
    }
}
