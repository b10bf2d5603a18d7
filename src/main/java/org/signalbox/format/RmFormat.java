package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.account.UserDetail;
import org.signalbox.assignment.AssignmentDetail;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.project.ProjectDetail;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.webhook.Conditions;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What receivers made for Resource Management by Smartsheet get: the object as its API shows it,
 * and the name of the event. It never says what was changed, and knows nothing of deletions.
 */
@Component
@Order(3)
final class RmFormat implements Format {
    private static final int WEBHOOKS_PER_EVENT = 10;
    private static final Conditions CONDITIONS = new Conditions(true, WEBHOOKS_PER_EVENT, true);

    private static final List<EventName> EVENTS =
            List.of(
                    name("project.created", EventTypes.PROJECT_CREATED, "Projects", "Created"),
                    name("project.updated", EventTypes.PROJECT_UPDATED, "Projects", "Updated"),
                    name(
                            "time.entry.created",
                            EventTypes.TIME_ENTRY_CREATED,
                            "Time entries",
                            "Created"),
                    name(
                            "time.entry.updated",
                            EventTypes.TIME_ENTRY_UPDATED,
                            "Time entries",
                            "Updated"),
                    name("user.created", EventTypes.USER_CREATED, "Users", "Created"),
                    name("user.updated", EventTypes.USER_UPDATED, "Users", "Updated"),
                    name(
                            "assignment.created",
                            EventTypes.ASSIGNMENT_CREATED,
                            "Assignments",
                            "Created"),
                    name(
                            "assignment.updated",
                            EventTypes.ASSIGNMENT_UPDATED,
                            "Assignments",
                            "Updated"));

    /** Changes of a project's budget and tags are no news there. */
    private static final Set<String> UNTOLD = Set.of("timeBudget", "tags");

    private final JsonMapper json;
    private final Subjects subjects;
    private final RmObjects objects;
    private final Samples samples;

    RmFormat(JsonMapper json, RmObjects objects) {
        this.json = json;
        this.subjects = new Subjects(json);
        this.objects = objects;
        this.samples = new Samples(json);
    }

    private static EventName name(String name, String type, String group, String label) {
        return new EventName(name, type, group, label);
    }

    @Override
    public String id() {
        return "resource_management";
    }

    @Override
    public String title() {
        return "Resource Management";
    }

    @Override
    public List<EventName> events() {
        return EVENTS;
    }

    @Override
    public Conditions conditions() {
        return CONDITIONS;
    }

    @Override
    public Optional<String> nameFor(Event event, Collection<String> subscribed) {
        return EVENTS.stream()
                .filter(known -> known.type().equals(event.type()))
                .map(EventName::name)
                .filter(subscribed::contains)
                .filter(_ -> isTold(event))
                .findFirst();
    }

    @Override
    public boolean isChosenByData(String type) {
        return type.equals(EventTypes.PROJECT_UPDATED);
    }

    private boolean isTold(Event event) {
        if (!event.type().equals(EventTypes.PROJECT_UPDATED)) {
            return true;
        }
        var changes = json.readTree(event.data()).path("changes");
        return changes.isEmpty() || !UNTOLD.containsAll(changes.propertyNames());
    }

    @Override
    public byte[] body(Event event, String name) {
        JsonNode held = json.readTree(event.data()).path("subject");
        var body = json.createObjectNode();
        body.set("data", data(event.subject().kind(), held));
        return body.put("type", name).toString().getBytes(UTF_8);
    }

    private ObjectNode data(String kind, JsonNode held) {
        return switch (kind) {
            case "project" ->
                    objects.project(subjects.read(ProjectDetail.class, held).project(), true);
            case "user" -> objects.user(subjects.read(UserDetail.class, held).user(), true);
            case "assignment" -> assignment(subjects.read(AssignmentDetail.class, held));
            case "time_entry" -> timeEntry(subjects.read(TimeEntryDetail.class, held));
            default -> throw new IllegalArgumentException("There is no event of a " + kind);
        };
    }

    private ObjectNode assignment(AssignmentDetail detail) {
        var assignment = detail.assignment();
        return objects.assignment(assignment, assignment.user().id(), rateOf(detail.user()));
    }

    private ObjectNode timeEntry(TimeEntryDetail detail) {
        var entry = detail.timeEntry();
        var work = detail.workPackage();
        return objects.timeEntry(
                entry,
                entry.user().id(),
                rateOf(detail.user()),
                work == null ? null : work.subject());
    }

    private static @Nullable BigDecimal rateOf(@Nullable User user) {
        return user == null ? null : user.employment().billRate();
    }

    @Override
    public Event sample(String name) {
        return typeOf(name)
                .map(samples::of)
                .orElseThrow(() -> new IllegalArgumentException("There is no event " + name));
    }
}
