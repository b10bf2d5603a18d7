package org.signalbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.delivery.Condition;
import org.signalbox.store.Database;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Until;
import org.signalbox.webhook.WebhookState;
import org.signalbox.webhook.WebhookStatus;

/** Administrators are told by a real mail server. */
@Tag("api")
class AnnouncementsTest {
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private RunningServer server;
    private long webhook;

    @BeforeEach
    void start() {
        mail.start();
        server = RunningServer.start(settings(mail.getSmtp().getPort()));
        user("mira", "Mira", "en", true);
        user("jonas", "Jonas", "de", true);
        user("sam", "Sam", "en", false);
        Answer created =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "Billing", "url": "http://127.0.0.1:9000/", "events": ["project:created"]}
                                """);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        webhook = created.id();
    }

    @AfterEach
    void stop() {
        assertThat(server.surprises()).isZero();
        server.close();
        mail.stop();
    }

    private static Map<String, String> settings(int port) {
        var settings = new HashMap<String, String>();
        settings.put("signalbox.mail.host", "127.0.0.1");
        settings.put("signalbox.mail.port", Integer.toString(port));
        settings.put("signalbox.mail.from", "signalbox@example.com");
        settings.put("signalbox.mail.tls", "none");
        return settings;
    }

    @Test
    void a_pause_is_told_at_once_to_each_administrator_in_their_language() throws Exception {
        changed(Condition.FAILING, Condition.STOPPED);

        Message english = awaitOne("mira");
        assertThat(english.getSubject()).isEqualTo("Signalbox: Billing was paused");
        assertThat(english.getFrom()[0].toString()).isEqualTo("signalbox@example.com");
        assertThat(text(english))
                .contains("The receiver answered 503", "/admin/settings/webhooks/" + webhook);
        assertThat(awaitOne("jonas").getSubject()).isEqualTo("Signalbox: Billing wurde angehalten");
        assertThat(to("sam")).isEmpty();
    }

    @Test
    void what_is_over_within_a_minute_is_not_told() {
        Postman postman = server.bean(Postman.class);
        changed(Condition.WELL, Condition.FAILING);
        changed(Condition.FAILING, Condition.WELL);

        assertThat(postman.pass(Instant.now().plus(Duration.ofDays(1)))).isZero();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_webhook_that_comes_and_goes_makes_few_mails() {
        Postman postman = server.bean(Postman.class);
        changed(Condition.WELL, Condition.STOPPED);
        awaitOne("mira");

        changed(Condition.STOPPED, Condition.WELL);
        Instant soon = Instant.now().plus(Announcements.GRACE).plusSeconds(1);
        assertThat(postman.pass(soon)).isZero();
        Instant later = Instant.now().plus(Announcements.BETWEEN).plusSeconds(1);
        assertThat(postman.pass(later)).isPositive();
        assertThat(to("mira")).hasSize(2);
        assertThat(postman.pass(later)).isZero();
    }

    @Test
    void what_a_person_paused_is_no_news() {
        changed(Condition.WELL, Condition.PAUSED);

        assertThat(server.bean(Postman.class).pass(Instant.now().plus(Duration.ofDays(1))))
                .isZero();
    }

    @Test
    void a_mail_that_is_not_taken_is_tried_again_a_bounded_number_of_times() {
        Postman postman = server.bean(Postman.class);
        mail.stop();
        changed(Condition.WELL, Condition.FAILING);
        Instant at = Instant.now().plus(Duration.ofMinutes(2));
        int tries = 0;
        for (int i = 0; i < 20; i++) {
            tries += postman.pass(at) > 0 ? 1 : 0;
            at = at.plus(Duration.ofHours(5));
        }
        assertThat(tries).isEqualTo(5);
    }

    private void changed(Condition before, Condition now) {
        WebhookStatus status = now.status();
        var state =
                new WebhookState(
                        webhook,
                        "Billing",
                        "openproject",
                        status,
                        "11 failures in a row",
                        Instant.parse("2026-11-20T14:32:00Z"),
                        11,
                        now.needsAttention() ? "The receiver answered 503" : null);
        server.bean(Database.class)
                .run(tx -> server.bean(Announcements.class).changed(tx, state, before, now));
    }

    private MimeMessage awaitOne(String login) {
        return Until.seen(() -> to(login), messages -> messages.size() == 1).getFirst();
    }

    private List<MimeMessage> to(String login) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> recipient(message).equals(login + "@example.com"))
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Message message) throws Exception {
        return String.valueOf(message.getContent());
    }

    private void user(String login, String name, String language, boolean admin) {
        Answer created =
                server.api()
                        .post(
                                "/api/v3/users",
                                """
                                {"login": "%s", "firstName": "%s", "lastName": "Okafor", "email": "%s@example.com",
                                 "language": "%s", "admin": %s, "password": "correct horse battery", "status": "active"}
                                """
                                        .formatted(login, name, login, language, admin));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }
}
