package org.signalbox.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of lanes: one row for each webhook that was ever sent to. */
@Component
final class LaneStore {

    private static final String STATES =
            """
            select webhook_id, cursor, consecutive_failures, failing_since, streak, next_probe_at,
                   paused_at, paused_by, pause_reason, replay_cursor, replay_until
            from lane where webhook_id in (:ids)
            """;

    private static final String SAVE =
            """
            insert into lane (webhook_id, cursor, consecutive_failures, failing_since, streak, next_probe_at,
                              paused_at, paused_by, pause_reason, replay_cursor, replay_until)
            values (:id, :cursor, :failures, :failingSince, :streak, :nextProbeAt,
                    :pausedAt, :pausedBy, :pauseReason, :replayCursor, :replayUntil)
            on conflict (webhook_id) do update set
                cursor = excluded.cursor,
                consecutive_failures = excluded.consecutive_failures,
                failing_since = excluded.failing_since,
                streak = excluded.streak,
                next_probe_at = excluded.next_probe_at,
                paused_at = excluded.paused_at,
                paused_by = excluded.paused_by,
                pause_reason = excluded.pause_reason,
                replay_cursor = excluded.replay_cursor,
                replay_until = excluded.replay_until
            """;

    private static final String EXISTING =
            """
            select id from webhook where id in (:ids)
            """;

    private static final String DEALT_WITH_BEYOND_CURSOR =
            """
            select a.webhook_id, a.sequence
            from webhook w left join lane l on l.webhook_id = w.id
            join attempt a on a.webhook_id = w.id and a.sequence > coalesce(l.cursor, 0)
            where w.id in (:ids) and coalesce(l.cursor, :near) >= :near and a.status_code between 200 and 299
            union
            select s.webhook_id, s.sequence
            from webhook w left join lane l on l.webhook_id = w.id
            join set_aside s on s.webhook_id = w.id and s.sequence > coalesce(l.cursor, 0)
            where w.id in (:ids) and coalesce(l.cursor, :near) >= :near
            union
            select m.webhook_id, m.sequence
            from webhook w left join lane l on l.webhook_id = w.id
            join merged m on m.webhook_id = w.id and m.sequence > coalesce(l.cursor, 0)
            where w.id in (:ids) and coalesce(l.cursor, :near) >= :near
            """;

    private static final String DEALT_WITH =
            """
            select sequence from attempt
            where webhook_id = :id and sequence > :after and sequence <= :until
              and status_code between 200 and 299
            union
            select sequence from set_aside
            where webhook_id = :id and sequence > :after and sequence <= :until
            union
            select sequence from merged
            where webhook_id = :id and sequence > :after and sequence <= :until
            """;

    private static final String NEWEST =
            """
            select coalesce(max(sequence), 0) from event
            """;

    private record Row(long webhookId, LaneState state) {}

    private record Key(long webhookId, long sequence) {}

    Map<Long, LaneState> states(View view, Collection<Long> webhookIds) {
        return view
                .sql(STATES)
                .param("ids", webhookIds)
                .query((row, _) -> new Row(row.getLong("webhook_id"), state(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::webhookId, Row::state));
    }

    /**
     * What has arrived, was set aside or goes out with another although the cursor, which is
     * written now and then only, stands before it. Of lanes whose cursor is not near the end of the
     * log nothing is told.
     *
     * @param near the lowest cursor of those that are
     */
    Map<Long, List<Long>> dealtWithBeyondCursor(View view, Collection<Long> webhookIds, long near) {
        return view
                .sql(DEALT_WITH_BEYOND_CURSOR)
                .param("ids", webhookIds)
                .param("near", near)
                .query((row, _) -> new Key(row.getLong("webhook_id"), row.getLong("sequence")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Key::webhookId,
                                Collectors.mapping(Key::sequence, Collectors.toList())));
    }

    /** What of a part of the log is dealt with. */
    Set<Long> dealtWith(View view, long webhookId, long after, long until) {
        return Set.copyOf(
                view.sql(DEALT_WITH)
                        .param("id", webhookId)
                        .param("after", after)
                        .param("until", until)
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    /** The number of the newest event, settled or not; 0 when the log is empty. */
    long newest(View view) {
        return view.sql(NEWEST).query((row, _) -> row.getLong(1)).single();
    }

    /** Which of these webhooks have not been deleted. */
    Set<Long> existing(View view, Collection<Long> webhookIds) {
        return Set.copyOf(
                view.sql(EXISTING)
                        .param("ids", webhookIds)
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    void save(Tx tx, long webhookId, LaneState state) {
        Pause pause = state.pause();
        Replay replay = state.replay();
        tx.sql(SAVE)
                .param("id", webhookId)
                .param("cursor", state.cursor())
                .param("failures", state.consecutiveFailures())
                .param("failingSince", Micros.ofNullable(state.failingSince()))
                .param("streak", state.streak())
                .param("nextProbeAt", Micros.ofNullable(state.nextProbeAt()))
                .param("pausedAt", pause == null ? null : Micros.of(pause.since()))
                .param("pausedBy", pause == null ? null : pause.by())
                .param("pauseReason", pause == null ? null : pause.reason())
                .param("replayCursor", replay == null ? null : replay.cursor())
                .param("replayUntil", replay == null ? null : replay.until())
                .update();
    }

    private static LaneState state(ResultSet row) throws SQLException {
        Instant pausedAt = moment(row, "paused_at");
        Long pausedBy = number(row, "paused_by");
        Long replayCursor = number(row, "replay_cursor");
        return new LaneState(
                row.getLong("cursor"),
                row.getInt("consecutive_failures"),
                moment(row, "failing_since"),
                row.getLong("streak"),
                moment(row, "next_probe_at"),
                pausedAt == null
                        ? null
                        : new Pause(pausedAt, pausedBy, row.getString("pause_reason")),
                replayCursor == null
                        ? null
                        : new Replay(replayCursor, row.getLong("replay_until")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Micros.atNullable(number(row, column));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
