package org.signalbox.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server; without a host no mail is sent.
 *
 * @param from the address that mails come from
 * @param tls {@code starttls}, {@code tls} from the first byte on, or {@code none}
 */
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue("starttls") String tls) {

    private static final List<String> TLS = List.of("starttls", "tls", "none");

    public MailSettings {
        if (!TLS.contains(tls)) {
            throw new IllegalArgumentException(
                    "signalbox.mail.tls must be one of " + String.join(", ", TLS));
        }
        if (host != null && !host.isBlank() && (from == null || !from.contains("@"))) {
            throw new IllegalArgumentException(
                    "signalbox.mail.from must be the address that mails come from");
        }
    }

    boolean enabled() {
        return host != null && !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailSettings[host=%s, port=%d, username=%s, from=%s, tls=%s]"
                .formatted(host, port, username, from, tls);
    }
}
