package org.signalbox.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.PageLimit;
import org.signalbox.hal.RawBody;
import org.signalbox.hal.Shape;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event log. For administrators. */
@RestController
@RequestMapping(EventHal.PATH)
final class EventResource implements Described {
    /** Room for a full array of events of 8 KiB each. */
    private static final int BODY_BYTES_MAX = 8 << 20;

    private final Feed feed;
    private final PostingReader reader;
    private final CustomEvents events;
    private final EventHal hal;
    private final PageLimit limit;

    EventResource(
            Feed feed, PostingReader reader, CustomEvents events, EventHal hal, PageLimit limit) {
        this.feed = feed;
        this.reader = reader;
        this.events = events;
        this.hal = hal;
        this.limit = limit;
    }

    @Override
    public List<Shape> shapes() {
        return hal.shapes();
    }

    @Endpoint(value = "Read the event log after a sequence", answer = "EventFeed")
    @GetMapping
    ResponseEntity<byte[]> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String pageSize,
            @RequestParam(required = false) @Nullable String webhook) {
        actor.requireAdmin();
        FeedQuery query = FeedQuery.of(after, pageSize, webhook, limit);
        return Answers.written(HttpStatus.OK).body(hal.page(query, feed.read(actor, query)));
    }

    @Endpoint(
            value = "Append custom events",
            answer = "EventAnswer",
            status = 201,
            body = "EventWrite",
            takes = "application/json")
    @PostMapping
    ResponseEntity<byte[]> post(
            Actor actor,
            @RawBody(bytesMax = BODY_BYTES_MAX) byte[] body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        actor.requireAdmin();
        var once = IdempotencyKey.of(actor.user().id(), key, body);
        Posting posting = reader.read(body);
        var appended = events.append(actor, posting, once);
        var answer = Answers.written(HttpStatus.CREATED);
        if (appended.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(
                posting.single()
                        ? hal.single(appended.events().getFirst())
                        : hal.all(appended.events()));
    }
}
