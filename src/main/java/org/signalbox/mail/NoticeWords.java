package org.signalbox.mail;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.signalbox.account.User;
import org.signalbox.delivery.Condition;
import org.signalbox.format.Origin;
import org.signalbox.webhook.WebhookState;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a mail says, in the language of who gets it. */
@Component
final class NoticeWords {
    private final MessageSource messages;
    private final Origin origin;

    NoticeWords(MessageSource messages, Origin origin) {
        this.messages = messages;
        this.origin = origin;
    }

    Mail mail(Notice notice, WebhookState state, User reader) {
        Locale locale = Locale.forLanguageTag(reader.language());
        String key = "mail." + key(notice.news());
        String since =
                state.since() == null
                        ? ""
                        : DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", locale)
                                .format(state.since().atZone(ZoneOffset.UTC));
        Object[] facts = {
            state.name(),
            state.consecutiveFailures(),
            since,
            why(state),
            origin.url() + "/admin/settings/webhooks/" + state.id()
        };
        return Mail.fresh(
                reader.email(),
                messages.getMessage(key + ".subject", facts, locale),
                messages.getMessage(key + ".body", facts, locale)
                        + "\n\n"
                        + messages.getMessage("mail.foot", facts, locale)
                        + "\n");
    }

    private static String why(WebhookState state) {
        if (state.lastError() != null) {
            return state.lastError();
        }
        return state.reason() == null ? "" : state.reason();
    }

    private static String key(Condition news) {
        return switch (news) {
            case FAILING -> "failing";
            case STOPPED -> "paused";
            case WELL, PAUSED -> "recovered";
        };
    }
}
