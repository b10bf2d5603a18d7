package org.signalbox.event;

import java.util.Optional;
import org.signalbox.store.Tx;

/** The table {@code creator}: who made things that do not say so themselves. */
final class CreatorStore {

    void insert(Tx tx, Subject subject, long user) {
        tx.sql(
                        """
                        insert into creator (subject_kind, subject_id, user_id)
                        values (:kind, :id, :user)
                        on conflict (subject_kind, subject_id) do nothing
                        """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("user", user)
                .update();
    }

    Optional<Long> find(Tx tx, Subject subject) {
        return tx.sql(
                        """
                        select user_id from creator
                         where subject_kind = :kind and subject_id = :id
                        """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    void delete(Tx tx, Subject subject) {
        tx.sql("delete from creator where subject_kind = :kind and subject_id = :id")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .update();
    }
}
