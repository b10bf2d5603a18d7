package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.DeliveryDetail;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Webhook;

/** What came of a test event. */
record TestWords(DeliveryDetail tested, Format format, Webhook webhook, Wording wording) {

    /** Null if it was not sent after all. */
    WebhookView.@Nullable Test view() {
        Attempt attempt = tested.delivery().last();
        if (attempt == null) {
            return null;
        }
        AttemptWords words = new AttemptWords(wording);
        Answer answer = words.answer(attempt);
        return new WebhookView.Test(
                words.badge(tested.delivery().state()),
                wording.say(
                        attempt.succeeded() ? "test.accepted" : "test.refused",
                        answer.text(),
                        wording.took(attempt.duration())),
                tested.delivery().name(),
                events(format, webhook),
                Code.of(tested.requestBody()),
                answer,
                words.response(attempt));
    }

    /** The events that the webhook wants. */
    static List<String> events(Format format, Webhook webhook) {
        List<String> chosen = webhook.subscription().events();
        return EventChoices.all(format, chosen).stream()
                .filter(event -> EventChoices.covers(chosen, event))
                .map(EventName::name)
                .toList();
    }
}
