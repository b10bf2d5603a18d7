package org.signalbox.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.hal.Reference;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of reactions. */
@Component
final class EmojiReactionStore {

    private static final String OF =
            """
            select r.journal_id, r.reaction, r.user_id, r.created_at,
                   trim(u.first_name || ' ' || u.last_name) as user_name
              from emoji_reaction r
              join users u on u.id = r.user_id
             where r.journal_id in (:activities)
             order by r.journal_id, r.created_at, r.user_id
            """;

    private static final String INSERT =
            """
            insert into emoji_reaction (journal_id, user_id, reaction, created_at)
            values (:activity, :user, :reaction, :now)
            """;

    private static final String DELETE =
            """
            delete from emoji_reaction
             where journal_id = :activity and user_id = :user and reaction = :reaction
            """;

    private record Key(long activityId, String word) {}

    private record Row(Key key, Reference person, Instant at) {}

    /** Those to these activities, by activity, the oldest first. */
    List<EmojiReaction> of(View view, Collection<Long> activityIds) {
        if (activityIds.isEmpty()) {
            return List.of();
        }
        Map<Key, List<Row>> groups = new LinkedHashMap<>();
        view.sql(OF)
                .param("activities", activityIds)
                .query((rs, _) ->
                        new Row(
                                new Key(rs.getLong("journal_id"), rs.getString("reaction")),
                                new Reference(rs.getLong("user_id"), rs.getString("user_name")),
                                Micros.at(rs.getLong("created_at"))))
                .list()
                .forEach(row -> groups.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row));
        var reactions = new ArrayList<EmojiReaction>();
        groups.forEach((key, rows) ->
                Emoji.ofWord(key.word()).ifPresent(emoji -> reactions.add(reaction(emoji, rows))));
        return reactions;
    }

    private static EmojiReaction reaction(Emoji emoji, List<Row> rows) {
        var first = rows.getFirst();
        return new EmojiReaction(
                first.key().activityId(),
                emoji,
                first.at(),
                rows.stream().map(Row::person).toList());
    }

    void insert(Tx tx, long activityId, long userId, Emoji emoji, Instant now) {
        tx.sql(INSERT)
                .param("activity", activityId)
                .param("user", userId)
                .param("reaction", emoji.word())
                .param("now", Micros.of(now))
                .update();
    }

    /** Whether there was one to take back. */
    boolean delete(Tx tx, long activityId, long userId, Emoji emoji) {
        return tx.sql(DELETE)
                        .param("activity", activityId)
                        .param("user", userId)
                        .param("reaction", emoji.word())
                        .update()
                == 1;
    }
}
