package org.signalbox.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.delivery.Condition;
import org.signalbox.delivery.ConditionListener;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.webhook.WebhookState;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What administrators are to be told. A pause is told at once, all else after a minute, so that
 * what is over by then is not told; and no webhook is told of more often than every quarter of an
 * hour. What a person did to a webhook that was well is no news.
 */
@Component
final class Announcements implements ConditionListener {
    static final Duration GRACE = Duration.ofMinutes(1);
    static final Duration BETWEEN = Duration.ofMinutes(15);
    private static final int PIECE = 100;

    private final Database database;
    private final NoticeStore store;
    private final MailStore mails;
    private final Users users;
    private final NoticeWords words;
    private final MailSettings settings;
    private final InstantSource time;
    private final JsonMapper json;

    Announcements(
            Database database,
            NoticeStore store,
            MailStore mails,
            Users users,
            NoticeWords words,
            MailSettings settings,
            InstantSource time,
            JsonMapper json) {
        this.database = database;
        this.store = store;
        this.mails = mails;
        this.users = users;
        this.words = words;
        this.settings = settings;
        this.time = time;
        this.json = json;
    }

    @Override
    public void changed(Tx tx, WebhookState state, Condition before, Condition now) {
        if (!settings.enabled()) {
            return;
        }
        Notice known = store.find(tx, state.id()).orElse(null);
        Condition news = now.needsAttention() ? now : Condition.WELL;
        Condition told = known == null ? Condition.WELL : known.told();
        Instant toldAt = known == null ? null : known.toldAt();
        var notice = new Notice(state.id(), told, toldAt, news, json.writeValueAsString(state));
        store.save(tx, notice, news == told ? null : due(news, toldAt));
    }

    private Instant due(Condition news, @Nullable Instant toldAt) {
        Instant now = time.instant();
        Instant soon = news == Condition.STOPPED ? now : now.plus(GRACE);
        Instant next = toldAt == null ? soon : toldAt.plus(BETWEEN);
        return next.isAfter(soon) ? next : soon;
    }

    /** Writes a mail to each administrator for what is due; returns how many notices that were. */
    int tell(Instant now) {
        record Due(List<Notice> notices, List<User> admins) {}
        Due due = database.read(view -> new Due(store.due(view, now, PIECE), users.admins(view)));
        for (Notice notice : due.notices()) {
            List<Mail> written = new ArrayList<>();
            for (User admin : due.admins()) {
                if (!admin.email().isBlank()) {
                    written.add(words.mail(notice, state(notice), admin));
                }
            }
            database.run(tx -> {
                if (store.tell(tx, notice, now)) {
                    mails.insert(tx, written, now);
                }
            });
        }
        return due.notices().size();
    }

    private WebhookState state(Notice notice) {
        return json.readValue(notice.state(), WebhookState.class);
    }
}
