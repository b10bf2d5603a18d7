package org.signalbox.feed;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.event.Event;

/**
 * Where posted events got their places in the log. With the request it gives the whole answer.
 *
 * @param moment when they happened, all of one request at once
 */
record Receipt(Instant moment, List<Place> places) {

    /** The place of one event. */
    record Place(long sequence, String id) {}

    Receipt {
        places = List.copyOf(places);
    }

    static Receipt of(List<Event> events) {
        return new Receipt(
                events.getFirst().occurredAt(),
                events.stream().map(event -> new Place(event.sequence(), event.id())).toList());
    }

    /** Reads what {@link #text} wrote. */
    static Receipt read(Instant moment, String text) {
        var places = new ArrayList<Place>();
        for (String place : text.split(" ", -1)) {
            int colon = place.indexOf(':');
            places.add(
                    new Place(
                            Long.parseLong(place.substring(0, colon)), place.substring(colon + 1)));
        }
        return new Receipt(moment, places);
    }

    /** The places in few characters. */
    String text() {
        return places.stream()
                .map(place -> place.sequence() + ":" + place.id())
                .collect(joining(" "));
    }
}
