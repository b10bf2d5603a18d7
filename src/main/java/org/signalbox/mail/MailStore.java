package org.signalbox.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** The table {@code mail}: what is still to be sent. */
@Component
final class MailStore {

    private static final String INSERT =
            """
            insert into mail (recipient, subject, body, tries, next_at) values (?, ?, ?, 0, ?)
            """;

    private static final String TAKE =
            """
            update mail set tries = tries + 1, next_at = :until
            where id in (select id from mail where next_at <= :now order by id limit :limit)
            returning id, recipient, subject, body, tries
            """;

    void insert(Tx tx, List<Mail> mails, Instant now) {
        tx.batch(
                INSERT,
                mails,
                (statement, mail) -> {
                    statement.setString(1, mail.recipient());
                    statement.setString(2, mail.subject());
                    statement.setString(3, mail.body());
                    statement.setLong(4, Micros.of(now));
                });
    }

    /** Takes some that are due; for so long nobody else gets them. */
    List<Mail> take(Tx tx, Instant now, Duration lease, int limit) {
        return tx.sql(TAKE)
                .param("now", Micros.of(now))
                .param("until", Micros.of(now.plus(lease)))
                .param("limit", limit)
                .query((row, _) ->
                        new Mail(
                                row.getLong("id"),
                                row.getString("recipient"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getInt("tries")))
                .list();
    }

    void retryAt(Tx tx, Mail mail, Instant time) {
        tx.sql("update mail set next_at = :time where id = :id")
                .param("time", Micros.of(time))
                .param("id", mail.id())
                .update();
    }

    void remove(Tx tx, Mail mail) {
        tx.sql("delete from mail where id = :id").param("id", mail.id()).update();
    }
}
