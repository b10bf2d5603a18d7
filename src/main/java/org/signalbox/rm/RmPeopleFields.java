package org.signalbox.rm;

import static org.signalbox.format.RmObjects.API;

import java.util.Collection;
import java.util.List;
import org.signalbox.account.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients may ask for with people, in {@code fields}. */
@Component
final class RmPeopleFields {
    /** What people can have there and nobody has here. */
    private static final List<String> NONE =
            List.of("tags", "availabilities", "custom_field_values");

    private final RmAssignments assignments;

    RmPeopleFields(RmAssignments assignments) {
        this.assignments = assignments;
    }

    /** The same page, with what is wanted in its people. */
    ResponseEntity<ObjectNode> embeddedIn(
            Actor actor, RmList list, ResponseEntity<ObjectNode> answer) {
        var page = answer.getBody();
        if (page != null) {
            embed(actor, list, page.path("data").valueStream().map(JsonNode::asObject).toList());
        }
        return answer;
    }

    void embed(Actor actor, RmList list, Collection<ObjectNode> people) {
        var wanted = list.fields();
        for (String name : NONE) {
            if (wanted.contains(name)) {
                people.forEach(
                        person -> person.set(name, RmList.embedded(path(person, name), List.of())));
            }
        }
        if (wanted.contains("assignments")) {
            assignments.embedIn(actor, list, people);
        }
    }

    private static String path(ObjectNode person, String name) {
        return "%s/users/%d/%s".formatted(API, person.path("id").asLong(), name);
    }
}
