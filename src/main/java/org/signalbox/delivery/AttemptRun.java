package org.signalbox.delivery;

import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Courier.Report;
import org.signalbox.event.Event;
import org.signalbox.sender.Failure;
import org.signalbox.sender.Outcome;
import org.signalbox.store.Outage;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One attempt from its start to the lane's verdict.
 *
 * @param known the event; null when it has to be read first
 */
record AttemptRun(RunningLane lane, Send send, @Nullable Event known, Shell shell)
        implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptRun.class);

    @Override
    public void run() {
        try {
            Event event =
                    known != null ? known : shell.reader().get(send.sequence(), shell.underWay());
            Webhook webhook = lane.webhook();
            Label label = label(webhook, event);
            if (label == null) {
                lane.unwanted(send);
            } else {
                end(event, shell.courier().send(webhook, event, label, send.attempt(), false));
            }
        } catch (RuntimeException | Error e) {
            if (Outage.is(e)) {
                return; // the server stops, and could not even read the event
            }
            // Without an outcome the lane would wait for this delivery for ever.
            shell.surprises().add("an attempt broke: " + send, e);
            lane.ended(send, new Result.Unsendable(), broken(), null);
        } finally {
            shell.underWay().leave();
        }
    }

    private void end(Event event, Report report) {
        if (!stopped(report.outcome())) {
            Result result = result(report.outcome());
            Fate fate = lane.ended(send, result, report.attempt(), event.occurredAt());
            log(event, report.attempt(), fate);
        }
    }

    private @Nullable Label label(Webhook webhook, Event event) {
        Courier courier = shell.courier();
        Label label =
                (send.again() ? courier.labelNow(webhook, event) : courier.label(webhook, event))
                        .orElse(null);
        return label != null && shell.merges().mayRename(webhook.id(), event, send.first())
                ? named(webhook, event, label)
                : label;
    }

    private Label named(Webhook webhook, Event event, Label own) {
        return shell.reader()
                .read(
                        view -> shell.merges().named(view, webhook, event, send.first(), own),
                        event.sequence(),
                        shell.underWay());
    }

    private Attempt broken() {
        return Attempt.broken(
                send.attempt(),
                shell.time().instant(),
                "Signalbox could not make this request; its log says why",
                lane.webhook());
    }

    /** What the server's own stop cut off says nothing about the receiver. */
    private static boolean stopped(Outcome outcome) {
        return outcome instanceof Outcome.Unanswered nothing && nothing.kind() == Failure.STOPPED;
    }

    static Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unanswered _ -> new Result.Failure(null);
            case Outcome.Answered answer when answer.accepted() -> new Result.Success();
            case Outcome.Answered answer ->
                    switch (answer.status()) {
                        case 410 -> new Result.Gone();
                        case 429, 503 -> new Result.Failure(answer.retryAfter());
                        default -> new Result.Failure(null);
                    };
        };
    }

    /** What arrives at the first try stands in the delivery log, and is no news here. */
    private void log(Event event, Attempt attempt, Fate fate) {
        boolean routine = attempt.succeeded() && attempt.number() == 1;
        LOG.atLevel(routine ? Level.DEBUG : Level.INFO)
                .log(
                        "delivery.attempted event={} webhook={} attempt={} status={} duration_ms={}"
                                + " outcome={} next={}",
                        event.id(),
                        lane.webhook().id(),
                        attempt.number(),
                        attempt.statusCode() != null ? attempt.statusCode() : attempt.failure(),
                        attempt.duration().toMillis(),
                        fate.kind(),
                        fate.nextAt());
    }
}
