package org.signalbox.admin;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.ContentMode;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Packaging;
import org.signalbox.webhook.Payload;
import org.signalbox.webhook.SignatureScheme;

/** What the neutral format leaves to choose, in words. */
record OptionWords(Wording wording) {

    /** The choices of the form; null in a format that leaves none. */
    FormView.@Nullable Options of(WebhookForm form) {
        if (!form.format().equals(Formats.NEUTRAL)) {
            return null;
        }
        FormOptions options = form.options().complete();
        return new FormView.Options(
                List.of(
                        choice(
                                "signatureScheme",
                                "signature_scheme",
                                options.signatureScheme(),
                                Stream.of(SignatureScheme.values()).map(SignatureScheme::word)),
                        choice(
                                "contentMode",
                                "content_mode",
                                options.contentMode(),
                                Stream.of(ContentMode.values()).map(ContentMode::word)),
                        choice(
                                "payload",
                                "payload",
                                options.payload(),
                                Stream.of(Payload.values()).map(Payload::word))),
                !options.equals(FormOptions.DEFAULT));
    }

    private FormView.Choice choice(
            String attribute, String field, String chosen, Stream<String> words) {
        String key = "form." + field;
        return new FormView.Choice(
                attribute,
                "webhook[%s]".formatted(field),
                wording.say(key),
                chosen,
                words.map(word ->
                                new FormatCard(
                                        word,
                                        wording.say(key + "." + word),
                                        wording.say(key + "." + word + ".text")))
                        .toList());
    }

    /** A format with how it is wrapped up: "Standard Webhooks, CloudEvents structured". */
    String format(String title, Packaging packaging) {
        String mode =
                packaging.mode() == ContentMode.STANDARD
                        ? title
                        : title
                                + ", "
                                + wording.say("form.content_mode." + packaging.mode().word());
        return packaging.payload() == Payload.FULL
                ? mode
                : mode + ", " + wording.say("form.payload." + packaging.payload().word());
    }
}
