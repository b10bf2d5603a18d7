package org.signalbox.admin;

import java.util.Locale;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.springframework.web.util.UriComponentsBuilder;

/** What is looked for in the list of webhooks; empty means everything. */
record ListFilter(String search, String status, String format) {

    /** Whether it is found, whatever its state. */
    boolean finds(WebhookDetail detail) {
        Webhook webhook = detail.webhook();
        return (format.isEmpty() || webhook.format().equals(format))
                && (contains(webhook.name()) || contains(webhook.url()));
    }

    boolean hasStatus(WebhookDetail detail) {
        return status.isEmpty() || detail.standing().status().word().equals(status);
    }

    /** The list with another state and else the same filter. */
    String href(String otherStatus) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(WebhooksPage.PATH);
        add(uri, "search", search);
        add(uri, "status", otherStatus);
        add(uri, "format", format);
        return uri.encode().build().toUriString();
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    private static void add(UriComponentsBuilder uri, String name, String value) {
        if (!value.isEmpty()) {
            uri.queryParam(name, value);
        }
    }
}
