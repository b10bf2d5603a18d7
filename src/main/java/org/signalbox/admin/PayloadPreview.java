package org.signalbox.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.SentAs;
import org.signalbox.event.Event;
import org.signalbox.sender.Header;
import org.signalbox.sender.RequestHeaders;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signer;
import org.signalbox.sender.SigningKey;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Packaging;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** Shows what would arrive, with sample data, before anything is saved. */
@Component
final class PayloadPreview {
    private final RequestHeaders requestHeaders;
    private final RandomGenerator random;

    PayloadPreview(RequestHeaders requestHeaders, RandomGenerator random) {
        this.requestHeaders = requestHeaders;
        this.random = random;
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
        Packaging packaging =
                format.id().equals(Formats.NEUTRAL) ? form.options().packaging() : Packaging.PLAIN;
        var label = new Label(format, name, packaging);
        byte[] body = label.body(sample);
        return Optional.of(
                new FormView.Preview(
                        events,
                        name,
                        headers(webhook, form, label, sample, body, wording),
                        Code.of(new String(body, StandardCharsets.UTF_8)),
                        wording.say("preview.size", wording.size(body.length))));
    }

    private List<Named> headers(
            @Nullable Webhook webhook,
            WebhookForm form,
            Label label,
            Event sample,
            byte[] body,
            Wording wording) {
        List<? extends Signer> signers = signers(webhook, form, label, wording);
        List<Header> headers =
                new ArrayList<>(
                        requestHeaders.of(
                                sample.id(), wording.now(), label.contentType(), body, signers));
        headers.addAll(label.headers(sample));
        headers.addAll(
                label.format()
                        .headers(
                                body,
                                signers.stream()
                                        .filter(Secret.class::isInstance)
                                        .map(Secret.class::cast)
                                        .toList()));
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

    /** A key that is still to be made is stood in for by another. */
    private List<? extends Signer> signers(
            @Nullable Webhook webhook, WebhookForm form, Label label, Wording wording) {
        List<Signer> kept = webhook == null ? List.of() : webhook.signersAt(wording.now());
        boolean keyPair = label.format().id().equals(Formats.NEUTRAL) && form.options().isKeyPair();
        if (keyPair) {
            boolean has = kept.stream().anyMatch(SigningKey.class::isInstance);
            return has ? kept : List.of(SigningKey.generate(random));
        }
        if (form.secret().isEmpty()) {
            return kept;
        }
        return Secret.problem(form.secret()).isPresent()
                ? List.of()
                : List.of(new Secret(form.secret()));
    }
}
