package org.signalbox.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.DeliveryQuery.Answers;
import org.signalbox.event.Event;
import org.signalbox.event.EventStore;
import org.signalbox.event.Subject;
import org.signalbox.hal.Found;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * The SQL of the delivery log: what attempts, set-aside rows and events together say. Conditions of
 * a {@link Selection} speak of {@code d.state}, {@code d.type}, {@code d.occurred_at}, {@code
 * d.subject}, {@code d.event_id}, {@code d.status_code} and {@code d.failure} (of the latest
 * attempt) and {@code d.sequence}.
 */
@Component
final class DeliveryStore {

    private static final String TRIED =
            """
            select a.sequence,
                   case when s.state is not null then s.state
                        when l.status_code between 200 and 299 then 'delivered'
                        else 'failed' end as state,
                   e.type, e.occurred_at, e.subject_kind || ':' || e.subject_id as subject,
                   e.id as event_id, l.status_code, l.failure, s.next_at
            from attempt a
            join event e on e.sequence = a.sequence
            join attempt l on l.webhook_id = a.webhook_id and l.sequence = a.sequence
              and l.number = (select max(m.number) from attempt m
                              where m.webhook_id = a.webhook_id and m.sequence = a.sequence)
            left join set_aside s on s.webhook_id = a.webhook_id and s.sequence = a.sequence
            where a.webhook_id = :webhook and a.number = 1
            """;

    private static final String UNTRIED =
            """
            select e.sequence, 'waiting' as state,
                   e.type, e.occurred_at, e.subject_kind || ':' || e.subject_id as subject,
                   e.id as event_id, cast(null as integer) as status_code,
                   cast(null as text) as failure
            from event e
            where (e.sequence > :cursor
                   or exists (select 1 from set_aside s
                              where s.webhook_id = :webhook and s.sequence = e.sequence and s.state <> 'failed'))
              and not exists (select 1 from attempt a where a.webhook_id = :webhook and a.sequence = e.sequence)
              and not exists (select 1 from merged m where m.webhook_id = :webhook and m.sequence = e.sequence)
            """;

    private static final String EVENTS = EventStore.SELECT + "where sequence in (:sequences)";

    private static final String ATTEMPTS =
            """
            select coalesce(max(number), 0) from attempt
            where webhook_id = :webhook and sequence = :sequence
            """;

    private static final String BEHIND =
            """
            select type, project_id, case when subject_kind = 'webhook' then subject_id else '' end as webhook,
                   count(*) as events
            from event e where sequence > :after and sequence <= :until
              and not exists (select 1 from merged m where m.webhook_id = :webhook and m.sequence = e.sequence)
            group by 1, 2, 3
            """;

    private static final String OF_TYPES =
            EventStore.SELECT
                    + """
                    where sequence > :after and sequence <= :until and type in (:types)
                      and not exists (select 1 from merged m
                                      where m.webhook_id = :webhook and m.sequence = event.sequence)
                    order by sequence limit :most
                    """;

    /** A delivery that was tried, as the list needs it. */
    record Tried(long sequence, DeliveryState state, @Nullable Instant nextAt) {}

    /**
     * How many events there are of a type in a project.
     *
     * @param webhook the one that they are about; empty for anything else
     */
    record Tally(String type, @Nullable Long projectId, String webhook, long events) {
        /** One of them, as far as it matters to whether it is wanted. */
        Event example() {
            return new Event(
                    0, "", type, Instant.EPOCH, new Subject("", webhook), projectId, null, "{}");
        }
    }

    Found<Tried> tried(View view, long webhookId, Selection selection, long skip, long limit) {
        long total =
                view.sql("select count(*)" + triedFrom(selection))
                        .params(selection.parameters())
                        .param("webhook", webhookId)
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new Found<>(total, triedPage(view, webhookId, selection, skip, limit));
    }

    /** The same without counting all. */
    List<Tried> triedPage(View view, long webhookId, Selection selection, long skip, long limit) {
        return view.sql(
                        "select d.*"
                                + triedFrom(selection)
                                + " order by d.sequence desc limit :most offset :from")
                .params(selection.parameters())
                .param("webhook", webhookId)
                .param("most", limit)
                .param("from", skip)
                .query((row, _) -> tried(row))
                .list();
    }

    private static String triedFrom(Selection selection) {
        return " from (" + TRIED + ") d where " + selection.condition();
    }

    /**
     * Events that may be deliveries never tried yet, newest first; the webhook may not want all.
     */
    List<Long> untried(View view, long webhookId, long cursor, Selection selection, int limit) {
        return untried(view, webhookId, cursor, selection, " order by d.sequence desc", limit);
    }

    /** The same, oldest first. */
    List<Long> oldestUntried(View view, long webhookId, long cursor, Selection all, int limit) {
        return untried(view, webhookId, cursor, all, " order by d.sequence", limit);
    }

    private static List<Long> untried(
            View view, long webhookId, long cursor, Selection selection, String order, int limit) {
        return view.sql(
                        "select d.sequence from ("
                                + UNTRIED
                                + ") d where "
                                + selection.condition()
                                + order
                                + " limit :most")
                .params(selection.parameters())
                .param("webhook", webhookId)
                .param("cursor", cursor)
                .param("most", limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Conditions for what is asked by hand rather than by a request of the API. */
    static Selection selection(DeliveryQuery query) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var values = new HashMap<String, Object>();
        if (!query.states().isEmpty()) {
            conditions.add("d.state in (:states)");
            values.put("states", query.states().stream().map(DeliveryState::word).toList());
        }
        if (!query.types().isEmpty()) {
            conditions.add("d.type in (:types)");
            values.put("types", query.types());
        }
        if (query.since() != null) {
            conditions.add("d.occurred_at >= :since");
            values.put("since", Micros.of(query.since()));
        }
        if (query.until() != null) {
            conditions.add("d.occurred_at < :until");
            values.put("until", Micros.of(query.until()));
        }
        if (query.subject() != null) {
            conditions.add("d.subject = :subject");
            values.put("subject", query.subject());
        }
        if (query.eventId() != null) {
            conditions.add("d.event_id = :eventId");
            values.put("eventId", query.eventId());
        }
        addAnswer(query.answer(), conditions, values);
        return new Selection(String.join(" and ", conditions), "d.sequence desc", values);
    }

    private static void addAnswer(
            @Nullable Answers answer, List<String> conditions, Map<String, Object> values) {
        if (answer == null) {
            return;
        }
        if (answer.failure() != null) {
            conditions.add("d.failure = :failure");
            values.put("failure", answer.failure().name());
        } else if (answer.equals(Answers.NONE)) {
            conditions.add("d.status_code is null");
        } else {
            conditions.add("d.status_code between :answerFrom and :answerTo");
            values.put("answerFrom", answer.from());
            values.put("answerTo", answer.to());
        }
    }

    /** How often an event was sent to a webhook. */
    int attempts(View view, long webhookId, long sequence) {
        return view.sql(ATTEMPTS)
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    Map<Long, Event> events(View view, Collection<Long> sequences) {
        if (sequences.isEmpty()) {
            return Map.of();
        }
        return view
                .sql(EVENTS)
                .param("sequences", sequences)
                .query((row, _) -> EventStore.event(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Event::sequence, event -> event));
    }

    /** What happened in this part of the log and goes out by itself, counted. */
    List<Tally> tally(View view, long webhookId, long after, long until) {
        return view.sql(BEHIND)
                .param("webhook", webhookId)
                .param("after", after)
                .param("until", until)
                .query((row, _) ->
                        new Tally(
                                row.getString("type"),
                                row.getObject("project_id") == null
                                        ? null
                                        : row.getLong("project_id"),
                                row.getString("webhook"),
                                row.getLong("events")))
                .list();
    }

    /** The first so many events of these types among them. */
    List<Event> ofTypes(
            View view, long webhookId, Set<String> types, long after, long until, int limit) {
        return view.sql(OF_TYPES)
                .param("webhook", webhookId)
                .param("types", types)
                .param("after", after)
                .param("until", until)
                .param("most", limit)
                .query((row, _) -> EventStore.event(row))
                .list();
    }

    private static Tried tried(ResultSet row) throws SQLException {
        long nextAt = row.getLong("next_at");
        boolean hasNext = !row.wasNull();
        DeliveryState state = DeliveryState.of(row.getString("state")).orElseThrow();
        boolean active = state == DeliveryState.RETRYING || state == DeliveryState.WAITING;
        return new Tried(
                row.getLong("sequence"), state, hasNext && active ? Micros.at(nextAt) : null);
    }
}
