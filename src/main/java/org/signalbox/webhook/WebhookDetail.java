package org.signalbox.webhook;

import java.util.List;
import org.signalbox.hal.Reference;

/**
 * A webhook with what its representation shows besides.
 *
 * @param projects the chosen ones that still exist
 */
public record WebhookDetail(Webhook webhook, List<Reference> projects, Standing standing) {

    public WebhookDetail {
        projects = List.copyOf(projects);
    }
}
