package org.signalbox.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.Delivery;
import org.signalbox.delivery.DeliveryState;
import org.signalbox.sender.Failure;
import org.signalbox.sender.Header;
import org.springframework.http.HttpStatus;

/** What came of deliveries and their attempts, in words. */
record AttemptWords(Wording wording) {

    Badge badge(DeliveryState state) {
        String word = wording.say("state." + state.word());
        return switch (state) {
            case DELIVERED -> new Badge("ok", "circle-check", word, null);
            case RETRYING -> new Badge("warn", "rotate-cw", word, null);
            case FAILED -> new Badge("bad", "circle-x", word, null);
            case WAITING, MERGED -> new Badge("idle", "clock", word, null);
        };
    }

    /** "5 attempts, none succeeded". */
    String verdict(Delivery delivery) {
        if (delivery.attempts().isEmpty()) {
            return wording.say("attempts.none");
        }
        Attempt last = delivery.last();
        boolean succeeded = last != null && last.succeeded();
        return wording.say(
                succeeded ? "attempts.succeeded" : "attempts.failed", delivery.attempts().size());
    }

    /** One word or number; a dash where nothing was tried. */
    Answer answer(@Nullable Attempt attempt) {
        if (attempt == null) {
            return new Answer("idle", Wording.NOTHING);
        }
        Integer status = attempt.statusCode();
        Failure failure = attempt.failure();
        String text =
                status != null
                        ? status.toString()
                        : failure == null ? Wording.NOTHING : failure.word();
        return new Answer(attempt.succeeded() ? "ok" : "bad", text);
    }

    /** "503 Service Unavailable", "No answer within 30 s". */
    String outcome(Attempt attempt) {
        Integer status = attempt.statusCode();
        if (status == null) {
            String error = attempt.error();
            return error == null ? Wording.NOTHING : new FailureWords(wording).of(error);
        }
        return (status + " " + reason(status)).strip();
    }

    /** "Service Unavailable"; empty for a status that nobody knows. */
    static String reason(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "" : known.getReasonPhrase();
    }

    /**
     * The attempts, the newest first, and on top the one that is still to come.
     *
     * @param path where the delivery is shown
     * @param chosen number of the attempt whose exchange is shown; 0 for none
     */
    List<Step> steps(
            Delivery delivery, List<Attempt> attempts, boolean paused, String path, int chosen) {
        List<Step> steps = new ArrayList<>();
        if (delivery.state() == DeliveryState.RETRYING
                || delivery.state() == DeliveryState.WAITING) {
            steps.add(coming(delivery.nextAttemptAt(), paused));
        }
        for (Attempt attempt : attempts.reversed()) {
            boolean good = attempt.succeeded();
            steps.add(
                    new Step(
                            good ? "ok" : "bad",
                            good ? "circle-check" : "circle-x",
                            outcome(attempt),
                            wording.say(
                                    "attempt.number",
                                    wording.moment(attempt.startedAt()),
                                    attempt.number()),
                            wording.took(attempt.duration()),
                            path + "?attempt=" + attempt.number(),
                            attempt.number() == chosen,
                            false));
        }
        return steps;
    }

    /** What the receiver said; what is missing is named. */
    Exchange response(Attempt attempt) {
        List<Named> headers = lines(attempt.responseHeaders());
        if (attempt.statusCode() == null) {
            return new Exchange(headers, null, outcome(attempt));
        }
        if (attempt.responseBody().isEmpty()) {
            return new Exchange(headers, null, wording.say("body.empty"));
        }
        String cut =
                attempt.responseTruncated()
                        ? wording.say(
                                "body.cut",
                                wording.size(attempt.responseBody().length()),
                                wording.size(attempt.responseBytes()))
                        : null;
        return new Exchange(headers, Code.of(attempt.responseBody()), cut);
    }

    static List<Named> lines(List<Header> headers) {
        return headers.stream()
                .map(header -> new Named(header.name().toLowerCase(Locale.ROOT), header.value()))
                .toList();
    }

    private Step coming(@Nullable Instant next, boolean paused) {
        String words = wording.say(paused ? "attempt.next.resumed" : "attempt.next");
        String when =
                paused || next == null ? "" : wording.say("attempt.next.at", wording.moment(next));
        return new Step("idle", "clock", words, when, "", null, false, true);
    }
}
