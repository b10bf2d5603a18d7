package org.signalbox.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import org.signalbox.loop.Background;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that are written. One that the server does not take is tried again for some
 * hours, and then given up.
 */
@Component
final class Postman extends Background {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final List<Duration> RETRIES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(4));
    private static final int PIECE = 10;
    private static final String MILLIS_MAX = "10000";
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Database database;
    private final Announcements announcements;
    private final MailStore store;
    private final MailSettings settings;
    private final InstantSource time;

    Postman(
            Database database,
            Announcements announcements,
            MailStore store,
            MailSettings settings,
            Surprises surprises,
            InstantSource time) {
        super("mail", EVERY, surprises);
        this.database = database;
        this.announcements = announcements;
        this.store = store;
        this.settings = settings;
        this.time = time;
    }

    /** Writes and sends what is due then; returns how much that was. */
    int pass(Instant now) {
        int told = announcements.tell(now);
        List<Mail> taken = database.write(tx -> store.take(tx, now, LEASE, PIECE));
        JavaMailSenderImpl sender = sender();
        for (Mail mail : taken) {
            send(sender, mail, now);
        }
        return told + taken.size();
    }

    private void send(JavaMailSenderImpl sender, Mail mail, Instant now) {
        var message = new SimpleMailMessage();
        message.setFrom(String.valueOf(settings.from()));
        message.setTo(mail.recipient());
        message.setSubject(mail.subject());
        message.setText(mail.body());
        try {
            sender.send(message);
        } catch (MailException e) {
            putBack(mail, e, now);
            return;
        }
        database.run(tx -> store.remove(tx, mail));
    }

    private void putBack(Mail mail, MailException failure, Instant now) {
        LOG.warn(
                "Mail {} was not taken by the server at try {}: {}",
                mail.id(),
                mail.tries(),
                failure.getMessage());
        database.run(tx -> {
            if (mail.tries() > RETRIES.size()) {
                store.remove(tx, mail);
            } else {
                store.retryAt(tx, mail, now.plus(RETRIES.get(mail.tries() - 1)));
            }
        });
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.username());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding("UTF-8");
        Properties more = sender.getJavaMailProperties();
        more.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        more.setProperty("mail.smtp.starttls.enable", is("starttls"));
        more.setProperty("mail.smtp.starttls.required", is("starttls"));
        more.setProperty("mail.smtp.ssl.enable", is("tls"));
        more.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        more.setProperty("mail.smtp.connectiontimeout", MILLIS_MAX);
        more.setProperty("mail.smtp.timeout", MILLIS_MAX);
        more.setProperty("mail.smtp.writetimeout", MILLIS_MAX);
        return sender;
    }

    private String is(String tls) {
        return Boolean.toString(settings.tls().equals(tls));
    }

    @Override
    protected int pass() {
        return pass(time.instant());
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
