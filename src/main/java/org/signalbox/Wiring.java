package org.signalbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.signalbox.account.BootstrapSettings;
import org.signalbox.account.FirstLogin;
import org.signalbox.account.LoginSettings;
import org.signalbox.attachment.AttachmentSettings;
import org.signalbox.delivery.DeliverySettings;
import org.signalbox.delivery.RetentionSettings;
import org.signalbox.format.Origin;
import org.signalbox.format.ServerIdStore;
import org.signalbox.format.Uuids;
import org.signalbox.loop.Surprises;
import org.signalbox.mail.MailSettings;
import org.signalbox.oauth.OAuthSettings;
import org.signalbox.sender.EgressSettings;
import org.signalbox.store.Database;
import org.signalbox.store.PostgresDatabase;
import org.signalbox.store.SqliteDatabase;
import org.signalbox.webhook.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the packages are given: the database, time, chance, and their part of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class Wiring {

    @Bean
    Database database(Settings settings) {
        return settings.database().embedded()
                ? SqliteDatabase.open(settings.dataDir())
                : PostgresDatabase.open(settings.database());
    }

    /** Microseconds, as the tables hold them: what was read back equals what was written. */
    @Bean
    InstantSource time() {
        Clock clock = Clock.systemUTC();
        return () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    BootstrapSettings bootstrapSettings(Settings settings) {
        return settings.bootstrap();
    }

    /** Where people come by TLS, their session is never sent without, whatever stands between. */
    @Bean
    ServletContextInitializer sessionCookies(Settings settings) {
        String url = settings.publicUrl();
        boolean tls = url != null && url.startsWith("https:");
        return context -> context.getSessionCookieConfig().setSecure(tls);
    }

    @Bean
    LoginSettings loginSettings(Settings settings) {
        return new LoginSettings(settings.loginRequired());
    }

    @Bean
    FirstLogin firstLogin(Settings settings) {
        return new FirstLogin(settings.dataDir());
    }

    @Bean
    AttachmentSettings attachmentSettings(Settings settings) {
        return new AttachmentSettings(settings.attachmentMaxSize().toBytes());
    }

    @Bean
    OAuthSettings oauthSettings(Settings settings) {
        return settings.oauth();
    }

    @Bean
    RetentionSettings retentionSettings(Settings settings) {
        return new RetentionSettings(settings.retention());
    }

    @Bean
    DeliverySettings deliverySettings(Settings settings) {
        return settings.delivery();
    }

    @Bean
    MailSettings mailSettings(Settings settings) {
        return settings.mail();
    }

    @Bean
    EgressSettings egress(Settings settings) {
        return settings.egress();
    }

    /** What secrets are encrypted with: the operator's key, or one made in the data directory. */
    @Bean
    Vault vault(Settings settings, RandomGenerator random) {
        String key = settings.secretKey();
        return key == null || key.isBlank()
                ? Vault.in(settings.dataDir().resolve("secret.key"), random)
                : Vault.of(key, random);
    }

    @Bean
    Origin origin(Settings settings, @Value("${server.port}") int port) {
        String configured = settings.publicUrl();
        return new Origin(
                configured == null || configured.isBlank()
                        ? "http://localhost:" + port
                        : configured.replaceFirst("/+$", ""));
    }

    @Bean
    Uuids uuids(Database database, ServerIdStore server) {
        return new Uuids(database.read(server::id));
    }

    @Bean
    Surprises surprises() {
        return new Surprises();
    }
}
