package org.signalbox.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.CustomTypes;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;

/** The events of a format to choose from, and what becomes of a choice in another format. */
record EventChoices(Formats formats, Format format) {
    private static final String EVERYTHING = "*";
    private static final String OWN_FORMAT = "openproject";

    /** What this format calls time entries that changed is our own addition to OpenProject. */
    private static final Set<String> OWN = Set.of("time_entry:updated");

    /** What can be chosen: what the format lists, and what is chosen of its open names. */
    static Set<EventName> all(Format format, Collection<String> chosen) {
        Set<EventName> all = new LinkedHashSet<>(format.events());
        chosen.forEach(name -> format.event(name).ifPresent(all::add));
        return all;
    }

    /** Whether that choice, wildcards included, holds the event. */
    static boolean covers(Collection<String> chosen, EventName event) {
        return chosen.contains(event.name())
                || chosen.contains(EVERYTHING)
                || chosen.contains(wildcard(event));
    }

    /** What to choose from, the chosen ones ticked. */
    FormView.Events view(Set<String> chosen, @Nullable String translated, Wording wording) {
        Map<String, List<EventName>> groups = new LinkedHashMap<>();
        Set<EventName> all = all(format, chosen);
        for (EventName event : all) {
            groups.computeIfAbsent(new EventWords(wording).group(event), _ -> new ArrayList<>())
                    .add(event);
        }
        List<FormView.Group> views = new ArrayList<>();
        if (format.knows(EVERYTHING)) {
            views.add(everything(chosen, wording));
        }
        groups.forEach((title, events) -> views.add(group(title, events, chosen, wording)));
        long covered = all.stream().filter(event -> covers(chosen, event)).count();
        return new FormView.Events(
                views,
                wording.say("form.chosen", covered, all.size()),
                translated,
                format.knows(CustomTypes.ALL));
    }

    /** The same events by the names of this format, as far as it has them. */
    Set<String> translate(Set<String> chosen) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : chosen) {
            if (format.knows(name)) {
                names.add(name);
            } else {
                typeOf(name).flatMap(this::nameOf).ifPresent(names::add);
            }
        }
        return names;
    }

    private Optional<String> typeOf(String name) {
        return formats.all().stream()
                .flatMap(other -> other.event(name).stream())
                .map(EventName::type)
                .findFirst();
    }

    private Optional<String> nameOf(String type) {
        return format.events().stream()
                .filter(event -> event.type().equals(type))
                .map(EventName::name)
                .findFirst();
    }

    private static FormView.Group everything(Set<String> chosen, Wording wording) {
        return new FormView.Group(
                wording.say("form.all_events"),
                EVERYTHING,
                chosen.contains(EVERYTHING),
                "",
                List.of());
    }

    private FormView.Group group(
            String title, List<EventName> events, Set<String> chosen, Wording wording) {
        String wildcard = wildcard(events.getFirst());
        boolean listed = events.stream().anyMatch(event -> event.name().equals(wildcard));
        boolean whole = format.knows(wildcard) && !listed;
        long covered = events.stream().filter(event -> covers(chosen, event)).count();
        return new FormView.Group(
                title,
                whole ? wildcard : null,
                whole && chosen.contains(wildcard),
                wording.say("form.tally", covered, events.size()),
                events.stream()
                        .map(event ->
                                new FormView.EventChoice(
                                        event.name(),
                                        new EventWords(wording).label(event),
                                        isOwn(event),
                                        chosen.contains(event.name())))
                        .toList());
    }

    private boolean isOwn(EventName event) {
        return format.id().equals(OWN_FORMAT) && OWN.contains(event.name());
    }

    private static String wildcard(EventName event) {
        return event.type().substring(0, event.type().indexOf('.') + 1) + EVERYTHING;
    }
}
