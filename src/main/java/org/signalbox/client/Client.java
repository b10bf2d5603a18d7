package org.signalbox.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * For whom projects are done.
 *
 * @param name unlike that of any other client, whatever the case
 * @param lockVersion grows by one with each change
 */
public record Client(
        long id,
        String name,
        String description,
        @Nullable String industry,
        List<Contact> contacts,
        List<String> tags,
        long lockVersion,
        Instant createdAt,
        Instant updatedAt) {

    public Client {
        contacts = List.copyOf(contacts);
        tags = List.copyOf(tags);
    }

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, name);
    }

    Client with(List<Contact> itsContacts) {
        return new Client(
                id,
                name,
                description,
                industry,
                itsContacts,
                tags,
                lockVersion,
                createdAt,
                updatedAt);
    }
}
