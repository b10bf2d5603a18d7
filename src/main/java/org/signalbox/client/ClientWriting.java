package org.signalbox.client;

import static org.signalbox.client.ClientHal.CONTACTS;
import static org.signalbox.client.ClientHal.DESCRIPTION;
import static org.signalbox.client.ClientHal.INDUSTRY;
import static org.signalbox.client.ClientHal.NAME;
import static org.signalbox.client.ClientHal.TAGS;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Input;
import org.signalbox.hal.Tags;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Turns what was written into a client, and notes all that is wrong. Changes nothing. */
@Component
final class ClientWriting {

    private static final int CONTACTS_MAX = 100;
    private static final int VALUE_MAX = 1000;

    private final ClientStore store;
    private final InstantSource time;

    ClientWriting(ClientStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** The client that is so after the write; {@code before} is null on creation. */
    Client written(View view, Input input, @Nullable Client before) {
        var now = time.instant();
        var written =
                new Client(
                        before == null ? 0 : before.id(),
                        input.or(NAME, before == null ? "" : before.name()).strip(),
                        before == null || input.has(DESCRIPTION)
                                ? input.or(DESCRIPTION, "")
                                : before.description(),
                        input.get(INDUSTRY, before == null ? null : before.industry()),
                        contacts(input, before),
                        Tags.written(input, TAGS, before == null ? List.of() : before.tags()),
                        before == null ? 0 : before.lockVersion(),
                        before == null ? now : before.createdAt(),
                        now);
        if (store.nameTaken(view, written.name(), written.id())) {
            input.problems().add(NAME, "has already been taken");
        }
        return written;
    }

    private static List<Contact> contacts(Input input, @Nullable Client before) {
        if (!input.has(CONTACTS)) {
            return before == null ? List.of() : before.contacts();
        }
        List<Contact> contacts = input.or(CONTACTS, List.of());
        if (contacts.size() > CONTACTS_MAX) {
            input.problems().add(CONTACTS, "must not be more than " + CONTACTS_MAX);
        }
        contacts.forEach(contact -> check(contact, input));
        return contacts;
    }

    private static void check(Contact contact, Input input) {
        var label = contact.label();
        if (!Contact.TYPES.contains(contact.type())) {
            input.problems()
                    .add(CONTACTS, "must be of type email, phone, address, website or other");
        } else if (contact.value().isBlank()) {
            input.problems().add(CONTACTS, "must not have a blank value");
        } else if (contact.value().length() > VALUE_MAX
                || (label != null && label.length() > VALUE_MAX)) {
            input.problems()
                    .add(CONTACTS, "must not be longer than %d characters".formatted(VALUE_MAX));
        } else if ((contact.value() + label).indexOf('\0') >= 0) {
            input.problems().add(CONTACTS, "must not contain a NUL character");
        }
    }
}
