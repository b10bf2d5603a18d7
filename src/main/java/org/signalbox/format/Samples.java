package org.signalbox.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.client.ClientDetail;
import org.signalbox.client.ClientFacts;
import org.signalbox.event.Change;
import org.signalbox.event.CustomTypes;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.webhook.WebhookState;
import tools.jackson.databind.json.JsonMapper;

/** Made-up events that look like real ones, always the same. */
final class Samples {
    private static final String ID = "evt_01KAF9Q2XCSAMP1E0000000000";
    private static final String CUSTOM = "custom.order.shipped";

    private final JsonMapper json;

    Samples(JsonMapper json) {
        this.json = json;
    }

    /** An event of this type. */
    Event of(String type) {
        return switch (type) {
            case EventTypes.PROJECT_COMMENTED ->
                    event(
                            type,
                            "project_comment",
                            SampleTalk.PROJECT_COMMENT_ID,
                            true,
                            SampleTalk.projectComment());
            case EventTypes.WORK_PACKAGE_COMMENTED -> comment(false);
            case EventTypes.ATTACHMENT_CREATED ->
                    event(
                            type,
                            "attachment",
                            SampleTalk.ATTACHMENT_ID,
                            true,
                            SampleTalk.attachment(json));
            default -> ofKind(type);
        };
    }

    /** A comment that not everybody may see. */
    Event internalComment() {
        return comment(true);
    }

    private Event comment(boolean internal) {
        return event(
                EventTypes.WORK_PACKAGE_COMMENTED,
                "activity",
                SampleTalk.ACTIVITY_ID,
                true,
                SampleTalk.comment(internal));
    }

    private Event ofKind(String type) {
        return switch (type.substring(0, type.indexOf('.'))) {
            case "project" ->
                    event(type, "project", SampleWork.PROJECT.id(), true, SampleWork.project());
            case "membership" ->
                    event(
                            type,
                            "membership",
                            SampleWork.MEMBERSHIP_ID,
                            true,
                            SampleWork.membership());
            case "work_package" ->
                    event(
                            type,
                            "work_package",
                            SampleWork.WORK_PACKAGE.id(),
                            true,
                            SampleWork.workPackage());
            case "time_entry" ->
                    event(
                            type,
                            "time_entry",
                            SampleWork.TIME_ENTRY_ID,
                            true,
                            SampleWork.timeEntry());
            case "user" -> event(type, "user", SamplePeople.ANA.id(), false, SamplePeople.ana());
            case "group" ->
                    event(type, "group", SamplePeople.EDITORS.id(), false, SamplePeople.EDITORS);
            case "placeholder_user" ->
                    event(
                            type,
                            "placeholder_user",
                            SamplePeople.TRANSLATOR.id(),
                            false,
                            SamplePeople.TRANSLATOR);
            case "task_list" ->
                    event(
                            type,
                            "task_list",
                            SamplePlans.TASK_LIST.id(),
                            true,
                            SamplePlans.taskList());
            case "absence" ->
                    event(type, "absence", SamplePlans.ABSENCE_ID, false, SamplePlans.absence());
            case "assignment" ->
                    event(
                            type,
                            "assignment",
                            SamplePlans.ASSIGNMENT_ID,
                            true,
                            SamplePlans.assignment());
            case "client" ->
                    event(
                            type,
                            "client",
                            SamplePlans.CLIENT.id(),
                            false,
                            new ClientDetail(SamplePlans.CLIENT));
            case "webhook" -> webhook(type);
            case "custom" -> custom(type.equals(CustomTypes.ALL) ? CUSTOM : type);
            default -> throw new IllegalArgumentException("There is no sample of " + type);
        };
    }

    private Event webhook(String type) {
        WebhookState state = SampleWebhooks.state(type);
        var before = type.equals(EventTypes.WEBHOOK_FAILING) ? "active" : "failing";
        var changes = Map.of("status", changed(before, state.status().word()));
        return new Event(
                0,
                ID,
                type,
                SampleWork.NOW,
                Subject.of("webhook", state.id()),
                null,
                null,
                json.writeValueAsString(new Snapshot(state, null, changes)));
    }

    private static Event custom(String type) {
        return new Event(
                0,
                ID,
                type,
                SampleWork.NOW,
                new Subject("order", "17"),
                null,
                SamplePeople.MIRA.id(),
                "{\"order\":17,\"carrier\":\"Bicycle\"}");
    }

    private Event event(String type, String kind, long id, boolean inProject, Object subject) {
        var changes = changes(type);
        var made =
                new Snapshot(subject, SamplePeople.MIRA, changes)
                        .createdBy(SamplePeople.MIRA.id())
                        .knowing(facts(type, kind));
        var snapshot =
                changes.isEmpty() || kind.equals("user")
                        ? made
                        : made.updatedBefore(SampleWork.BEGUN);
        return new Event(
                0,
                ID,
                type,
                SampleWork.NOW,
                Subject.of(kind, id),
                projectId(inProject),
                SamplePeople.MIRA.id(),
                json.writeValueAsString(snapshot));
    }

    private static @Nullable Object facts(String type, String kind) {
        return switch (kind) {
            case "project" -> SampleWork.projectFacts(type);
            case "work_package" ->
                    SampleWork.workPackageFacts(type, changes(type).containsKey("status"));
            case "client" -> new ClientFacts(2, 1);
            default -> null;
        };
    }

    private static @Nullable Long projectId(boolean inProject) {
        return inProject ? SampleWork.PROJECT.id() : null;
    }

    private static Map<String, Change> changes(String type) {
        return switch (type) {
            case EventTypes.PROJECT_UPDATED, EventTypes.PROJECT_STATUS_CHANGED ->
                    Map.of(
                            "status",
                            changed(
                                    link("project_statuses/at_risk", "At risk"),
                                    link("project_statuses/on_track", "On track")));
            case EventTypes.MEMBERSHIP_UPDATED ->
                    Map.of(
                            "roles",
                            changed(
                                    new Object[] {link("roles/5", "Reader")},
                                    new Object[] {link("roles/4", "Member")}));
            case EventTypes.WORK_PACKAGE_UPDATED, EventTypes.WORK_PACKAGE_STATUS_CHANGED ->
                    Map.of(
                            "status",
                            changed(link("statuses/1", "New"), link("statuses/7", "In progress")));
            case EventTypes.WORK_PACKAGE_TYPE_CHANGED ->
                    Map.of("type", changed(link("types/7", "Bug"), link("types/1", "Task")));
            case EventTypes.WORK_PACKAGE_ASSIGNED ->
                    Map.of("assignee", changed(link(null, null), link("users/5", "Ana Lima")));
            case EventTypes.WORK_PACKAGE_UNASSIGNED ->
                    Map.of("assignee", changed(link("users/6", "Jonas Pell"), link(null, null)));
            case EventTypes.TIME_ENTRY_UPDATED -> Map.of("hours", changed("PT1H", "PT1H30M"));
            case EventTypes.TIME_ENTRY_ACTIVITY_CHANGED ->
                    Map.of(
                            "activity",
                            changed(
                                    link("time_entries/activities/1", "Management"),
                                    link("time_entries/activities/3", "Development")));
            case EventTypes.GROUP_UPDATED -> Map.of("name", changed("Authors", "Editors"));
            case EventTypes.PLACEHOLDER_USER_UPDATED ->
                    Map.of("name", changed("Somebody", "Translator"));
            case EventTypes.TASK_LIST_UPDATED ->
                    Map.of("name", changed("Review", "To be reviewed"));
            case EventTypes.ABSENCE_UPDATED -> Map.of("to", changed("2026-12-23", "2026-12-31"));
            case EventTypes.ASSIGNMENT_UPDATED -> Map.of("amount", changed(80, 50));
            case EventTypes.CLIENT_UPDATED -> Map.of("industry", changed("Retail", "Shipping"));
            case EventTypes.USER_UPDATED -> Map.of("position", changed("Editor", "Lead editor"));
            case EventTypes.USER_ACTIVATION_CHANGED ->
                    Map.of("status", changed("locked", "active"));
            case EventTypes.USER_STATUS_CHANGED -> Map.of("status", changed("invited", "active"));
            default -> Map.of();
        };
    }

    private static Change changed(Object from, Object to) {
        return new Change(from, to);
    }

    private record Target(@Nullable String href, @Nullable String title) {}

    private static Target link(@Nullable String path, @Nullable String title) {
        return new Target(path == null ? null : "/api/v3/" + path, title);
    }
}
