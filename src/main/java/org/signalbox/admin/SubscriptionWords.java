package org.signalbox.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalbox.hal.Reference;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Subscription;

/** What a webhook wants, in few words. */
record SubscriptionWords(Format format, Subscription subscription, Wording wording) {
    private static final int GROUPS_MAX = 3;

    /** The groups of its events: "Time entries", "All events". */
    String groups() {
        Map<String, List<String>> chosen = chosen();
        if (chosen.isEmpty()) {
            return wording.say("webhooks.no_events");
        }
        if (isEverything(chosen)) {
            return wording.say("webhooks.all_events");
        }
        String first = chosen.keySet().stream().limit(GROUPS_MAX).collect(Collectors.joining(", "));
        int more = chosen.size() - GROUPS_MAX;
        return more > 0 ? wording.say("webhooks.more_groups", first, more) : first;
    }

    /** One group with its events, or several with how many: "Time entries: created, updated". */
    String events() {
        Map<String, List<String>> chosen = chosen();
        if (chosen.isEmpty() || isEverything(chosen)) {
            return groups();
        }
        if (chosen.size() == 1) {
            Map.Entry<String, List<String>> only = chosen.entrySet().iterator().next();
            return only.getKey() + ": " + String.join(", ", only.getValue());
        }
        return chosen.entrySet().stream()
                .map(group -> group.getKey() + " " + group.getValue().size())
                .collect(Collectors.joining(", "));
    }

    /** The names of the chosen projects that still exist. */
    String projects(List<Reference> existing) {
        if (subscription.allProjects()) {
            return wording.say("webhooks.all_projects");
        }
        String names =
                existing.stream()
                        .filter(project -> subscription.projects().contains(project.id()))
                        .map(Reference::title)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? wording.say("webhooks.no_projects") : names;
    }

    private boolean isEverything(Map<String, List<String>> chosen) {
        return chosen.values().stream().mapToInt(List::size).sum() == all().size();
    }

    private Set<EventName> all() {
        return EventChoices.all(format, subscription.events());
    }

    private Map<String, List<String>> chosen() {
        EventWords words = new EventWords(wording);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (EventName event : all()) {
            if (EventChoices.covers(subscription.events(), event)) {
                groups.computeIfAbsent(words.group(event), _ -> new ArrayList<>())
                        .add(words.label(event).toLowerCase(wording.locale()));
            }
        }
        return groups;
    }
}
