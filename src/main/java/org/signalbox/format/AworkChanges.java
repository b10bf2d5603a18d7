package org.signalbox.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What was changed, in awork's names of properties and with all values as text. What awork has no
 * property for is left out, and so is an old or new value that there was none of.
 */
final class AworkChanges {
    private record Rule(
            String attribute, String property, Function<JsonNode, @Nullable String> value) {}

    private final JsonMapper json;
    private final Uuids uuids;
    private final Map<String, List<Rule>> rules;

    AworkChanges(JsonMapper json, Uuids uuids) {
        this.json = json;
        this.uuids = uuids;
        this.rules =
                Map.of(
                        "project", ofProjects(),
                        "work_package", ofTasks(),
                        "task_list", ofLists(),
                        "time_entry", ofTimes(),
                        "user", ofUsers(),
                        "client", ofCompanies(),
                        "absence", ofAbsences());
    }

    /**
     * The array; empty if nothing is known to have changed. Of a new time tracking it tells the
     * duration, for which receivers look there.
     */
    ArrayNode of(Event event, JsonNode snapshot, AworkModel entity) {
        var array = json.createArrayNode();
        JsonNode changes = snapshot.path("changes");
        for (Rule rule : rules.getOrDefault(event.subject().kind(), List.of())) {
            JsonNode change = changes.path(rule.attribute());
            if (change.isObject()) {
                add(
                        array,
                        rule.property(),
                        valueOf(rule, change.path("from")),
                        valueOf(rule, change.path("to")));
            }
        }
        addUrgency(array, snapshot);
        addUpdate(array, snapshot.path("besides").path("updatedBefore"), entity);
        var authors = AworkAuthors.of(event, snapshot, new AworkParts(uuids));
        if (authors.closedAt() != null) {
            add(array, "ClosedOn", null, AworkModel.roundTrip(authors.closedAt()));
            add(array, "ClosedBy", null, authors.editor());
        }
        if (event.type().equals(EventTypes.TIME_ENTRY_CREATED)) {
            add(array, "Duration", null, entity.json().path("duration").asString());
        }
        return array;
    }

    private void addUpdate(ArrayNode array, JsonNode before, AworkModel entity) {
        String now = entity.json().path("updatedOn").asString("");
        if (before.isValueNode() && !before.isNull() && !now.isEmpty()) {
            add(
                    array,
                    "UpdatedOn",
                    AworkModel.roundTrip(json.treeToValue(before, Instant.class)),
                    AworkModel.roundTrip(Instant.parse(now)));
        }
    }

    /** A task is urgent whose priority is above the one that is given where nobody chooses. */
    private static void addUrgency(ArrayNode array, JsonNode snapshot) {
        JsonNode facts = snapshot.path("besides").path("facts");
        JsonNode before = facts.path("priorityBefore");
        if (before.isObject()) {
            int normal = facts.path("normalPriority").intValue();
            JsonNode now = snapshot.path("subject").path("priority");
            add(array, "IsPrio", isAbove(before, normal), isAbove(now, normal));
        }
    }

    private static String isAbove(JsonNode priority, int position) {
        return String.valueOf(priority.path("position").asInt(0) > position);
    }

    private static void add(
            ArrayNode array, String property, @Nullable String old, @Nullable String now) {
        if (Objects.equals(old, now)) {
            return;
        }
        var change = array.addObject().put("property", property);
        if (old != null) {
            change.put("old", old);
        }
        if (now != null) {
            change.put("new", now);
        }
    }

    private static @Nullable String valueOf(Rule rule, JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : rule.value().apply(value);
    }

    private List<Rule> ofProjects() {
        return List.of(
                text("name", "Name"),
                text("description", "Description"),
                text("identifier", "ProjectKey"),
                new Rule("public", "IsPrivate", value -> String.valueOf(!value.asBoolean())),
                link("status", "ProjectStatusId", "project_status"),
                day("startsOn", "StartDate"),
                day("endsOn", "DueDate"),
                link("client", "CompanyId", "client"),
                duration("timeBudget", "TimeBudget"),
                text("billableByDefault", "IsBillableByDefault"),
                text("color", "Color"));
    }

    private List<Rule> ofTasks() {
        return List.of(
                text("subject", "Name"),
                text("description", "Description"),
                link("status", "TaskStatusId", "status"),
                link("type", "TypeOfWorkId", "type"),
                link("project", "ProjectId", "project"),
                link("parent", "ParentId", "work_package"),
                day("startDate", "StartOn"),
                day("dueDate", "DueOn"),
                duration("estimatedTime", "PlannedDuration"),
                text("position", "Order"));
    }

    private List<Rule> ofLists() {
        return List.of(
                text("name", "Name"), text("position", "Order"), text("archived", "IsArchived"));
    }

    private List<Rule> ofTimes() {
        return List.of(
                duration("hours", "Duration"),
                day("spentOn", "StartDateUtc"),
                text("comment", "Note"),
                link("activity", "TypeOfWorkId", "time_entry_activity"),
                link("user", "UserId", "user"),
                link("entity", "TaskId", "work_package"),
                link("project", "ProjectId", "project"));
    }

    private static List<Rule> ofUsers() {
        return List.of(
                text("firstName", "FirstName"),
                text("lastName", "LastName"),
                text("position", "Position"),
                text("language", "Language"),
                new Rule("status", "IsDeactivated", value -> is(value, "locked")),
                new Rule("status", "InvitationAccepted", value -> isNot(value, "invited")));
    }

    private static List<Rule> ofCompanies() {
        return List.of(
                text("name", "Name"),
                text("description", "Description"),
                text("industry", "Industry"));
    }

    private List<Rule> ofAbsences() {
        return List.of(
                link("user", "UserId", "user"),
                day("from", "StartOn"),
                day("to", "EndOn"),
                text("halfDayAtStart", "IsHalfDayOnStart"),
                text("halfDayAtEnd", "IsHalfDayOnEnd"),
                text("description", "Description"));
    }

    private static String is(JsonNode value, String word) {
        return String.valueOf(value.asString().equals(word));
    }

    private static String isNot(JsonNode value, String word) {
        return String.valueOf(!value.asString().equals(word));
    }

    /** Text, numbers and truth values as they stand; the empty text is none. */
    private static Rule text(String attribute, String property) {
        return new Rule(
                attribute,
                property,
                value -> Optional.of(value.asString()).filter(t -> !t.isEmpty()).orElse(null));
    }

    private static Rule day(String attribute, String property) {
        return new Rule(
                attribute,
                property,
                value -> AworkModel.roundTrip(LocalDate.parse(value.asString())));
    }

    private static Rule duration(String attribute, String property) {
        return new Rule(attribute, property, value -> seconds(value.asString()));
    }

    private static String seconds(String duration) {
        return String.valueOf(Duration.parse(duration).toSeconds());
    }

    /** Who or what is linked to, by what stands last in the address. */
    private Rule link(String attribute, String property, String kind) {
        return new Rule(
                attribute,
                property,
                value ->
                        Stream.of(value.path("href").asString(""))
                                .filter(href -> !href.isEmpty())
                                .map(href -> href.substring(href.lastIndexOf('/') + 1))
                                .map(key -> uuids.of(kind, key))
                                .findFirst()
                                .orElse(null));
    }
}
