package org.signalbox.bench;

import java.util.function.IntFunction;

/** Creates many webhooks through the API. */
final class Webhooks {
    private Webhooks() {}

    /**
     * Webhooks with an inbox each, which share a tally.
     *
     * @param type what each is to subscribe to, by its number
     */
    static Inbox[] create(Stage stage, Tally tally, int count, IntFunction<String> type)
            throws Exception {
        var inboxes = new Inbox[count];
        Crowd.each(
                stage.server(),
                count,
                (api, number) -> {
                    inboxes[number] = stage.receiver().inbox(tally);
                    api.subscribe(inboxes[number], type.apply(number));
                });
        return inboxes;
    }
}
