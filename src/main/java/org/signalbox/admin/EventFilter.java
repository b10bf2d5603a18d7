package org.signalbox.admin;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is looked for in the event log, as it was entered; empty means everything.
 *
 * @param project its identifier
 * @param person their login
 * @param since a local date and time
 * @param before the number that all shown are below; 0 for the newest
 */
record EventFilter(
        String type,
        String project,
        String person,
        String subject,
        String since,
        String until,
        long before) {

    boolean restricts() {
        return !(type + project + person + subject + since + until).isEmpty();
    }

    /** The same, below another number. */
    String below(long sequence) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(EventsPage.PATH);
        add(uri, "type", type);
        add(uri, "project", project);
        add(uri, "person", person);
        add(uri, "subject", subject);
        add(uri, "since", since);
        add(uri, "until", until);
        add(uri, "before", Long.toString(sequence));
        return uri.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, String value) {
        if (!value.isEmpty()) {
            uri.queryParam(name, value);
        }
    }
}
