package org.signalbox.attachment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of contents. One that is to be removed has a time for that. */
@Component
final class ContentStore {

    private static final String BEGIN =
            """
            insert into content (size, remove_at) values (0, :removeAt) returning id
            """;

    private static final String APPEND =
            """
            insert into content_piece (content_id, number, bytes) values (:id, :number, :bytes)
            """;

    private static final String KEEP =
            """
            update content set size = :size, remove_at = null where id = :id and remove_at is not null
            """;

    private static final String DUE =
            """
            select id from content where remove_at <= :now order by remove_at limit :limit
            """;

    private static final String REMOVE_PIECES =
            """
            delete from content_piece
             where content_id = :id and number in (
                   select number from content_piece where content_id = :id order by number limit :limit)
            """;

    long begin(Tx tx, Instant removeAt) {
        return tx.sql(BEGIN)
                .param("removeAt", Micros.of(removeAt))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void append(Tx tx, long id, int number, byte[] bytes) {
        tx.sql(APPEND).param("id", id).param("number", number).param("bytes", bytes).update();
    }

    /** Whether it was still there to be kept. */
    boolean keep(Tx tx, long id, long size) {
        return tx.sql(KEEP).param("id", id).param("size", size).update() == 1;
    }

    /** Lets these go from that time on. */
    void release(Tx tx, Collection<Long> ids, Instant removeAt) {
        if (!ids.isEmpty()) {
            tx.sql("update content set remove_at = :removeAt where id in (:ids)")
                    .param("removeAt", Micros.of(removeAt))
                    .param("ids", ids)
                    .update();
        }
    }

    /** Lets one go that was not kept. */
    void discard(Tx tx, long id, Instant removeAt) {
        tx.sql(
                        """
                        update content set remove_at = :removeAt where id = :id and remove_at is not null
                        """)
                .param("removeAt", Micros.of(removeAt))
                .param("id", id)
                .update();
    }

    Optional<byte[]> piece(View view, long id, int number) {
        return view.sql(
                        "select bytes from content_piece where content_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((rs, _) -> rs.getBytes(1))
                .optional();
    }

    List<Long> due(View view, Instant now, int limit) {
        return view.sql(DUE)
                .param("now", Micros.of(now))
                .param("limit", limit)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    /** Removes so many pieces, and with the last ones the content. */
    void remove(Tx tx, long id, int pieces) {
        int removed = tx.sql(REMOVE_PIECES).param("id", id).param("limit", pieces).update();
        if (removed < pieces) {
            tx.sql("delete from content where id = :id").param("id", id).update();
        }
    }
}
