package org.signalbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.BootstrapSettings;
import org.signalbox.delivery.DeliverySettings;
import org.signalbox.mail.MailSettings;
import org.signalbox.oauth.OAuthSettings;
import org.signalbox.sender.EgressSettings;
import org.signalbox.store.DatabaseSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything an operator can configure, under {@code signalbox.}. Each part belongs to the package
 * that uses it; an unknown name or a value that makes no sense stops the start.
 *
 * @param dataDir the embedded database and generated keys
 * @param loginRequired whether the API is for those alone who are signed in
 * @param publicUrl how others reach this server, used in links; null for localhost and the port
 * @param secretKey encrypts secrets at rest; null to generate one in the data directory
 * @param egress where requests to webhooks may go
 * @param delivery how hard deliveries are tried
 * @param attachmentMaxSize the largest file that can be attached
 * @param oauth how long tokens of applications live
 * @param mail the mail server that tells administrators of webhooks that fail
 * @param retention how long deliveries and events are kept once no cursor needs them
 */
@ConfigurationProperties(prefix = "signalbox", ignoreUnknownFields = false)
public record Settings(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue DatabaseSettings database,
        @DefaultValue BootstrapSettings bootstrap,
        @DefaultValue("true") boolean loginRequired,
        @Nullable String publicUrl,
        @Nullable String secretKey,
        @DefaultValue EgressSettings egress,
        @DefaultValue DeliverySettings delivery,
        @DefaultValue("5MB") DataSize attachmentMaxSize,
        @DefaultValue OAuthSettings oauth,
        @DefaultValue MailSettings mail,
        @DefaultValue("30d") Duration retention) {

    private static final DataSize ATTACHMENT_MAX = DataSize.ofGigabytes(1);

    public Settings {
        if (attachmentMaxSize.toBytes() < 1 || attachmentMaxSize.compareTo(ATTACHMENT_MAX) > 0) {
            throw new IllegalArgumentException(
                    "signalbox.attachment-max-size must be between 1B and 1GB");
        }
        if (retention.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("signalbox.retention must be one hour (1h) or more");
        }
    }
}
