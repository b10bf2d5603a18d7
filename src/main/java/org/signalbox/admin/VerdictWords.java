package org.signalbox.admin;

import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.Recipient;
import org.signalbox.delivery.Verdict;
import org.signalbox.event.Event;

/** What webhooks got of an event, in few words. */
record VerdictWords(Wording wording) {

    /** "Delivered", "Not sent". */
    Badge badge(Verdict verdict) {
        return badge(
                verdict,
                wording.say(
                        verdict.isForIt()
                                ? "explain.short." + verdict.word()
                                : "explain.short.not_sent"));
    }

    static Badge badge(Verdict verdict, String words) {
        return switch (verdict) {
            case DELIVERED -> new Badge("ok", "circle-check", words, null);
            case RETRYING -> new Badge("warn", "rotate-cw", words, null);
            case FAILED -> new Badge("bad", "circle-x", words, null);
            case PAUSED -> new Badge("warn", "circle-pause", words, null);
            case BEHIND, WAITING, MERGED -> new Badge("idle", "clock", words, null);
            default -> new Badge("idle", "circle-minus", words, null);
        };
    }

    /**
     * "today 09:14:02, 200, 38 ms", or why it was not sent; empty while there is nothing to say.
     */
    String detail(Recipient recipient, Event event) {
        Attempt last = recipient.last();
        if (last == null) {
            return recipient.verdict().isForIt()
                    ? ""
                    : wording.say("explain.reason." + recipient.verdict().word());
        }
        String answer = new AttemptWords(wording).answer(last).text();
        String took = wording.took(last.duration());
        String name = recipient.name();
        return name == null || name.equals(event.type())
                ? wording.say("explain.other", wording.moment(last.startedAt()), answer, took)
                : wording.say("explain.other.as", name, answer, took);
    }
}
