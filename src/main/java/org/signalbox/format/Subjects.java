package org.signalbox.format;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalbox.absence.AbsenceDetail;
import org.signalbox.absence.AbsenceHal;
import org.signalbox.account.Actor;
import org.signalbox.account.Group;
import org.signalbox.account.PlaceholderUser;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.account.UserDetail;
import org.signalbox.account.UserHal;
import org.signalbox.assignment.AssignmentDetail;
import org.signalbox.assignment.AssignmentHal;
import org.signalbox.attachment.AttachmentDetail;
import org.signalbox.attachment.AttachmentHal;
import org.signalbox.attachment.Container;
import org.signalbox.client.ClientDetail;
import org.signalbox.client.ClientHal;
import org.signalbox.hal.Document;
import org.signalbox.journal.Activity;
import org.signalbox.journal.ActivityDetail;
import org.signalbox.journal.ActivityHal;
import org.signalbox.journal.ProjectCommentDetail;
import org.signalbox.journal.ProjectCommentHal;
import org.signalbox.project.MembershipDetail;
import org.signalbox.project.MembershipHal;
import org.signalbox.project.ProjectDetail;
import org.signalbox.project.ProjectHal;
import org.signalbox.tasklist.TaskListDetail;
import org.signalbox.tasklist.TaskListHal;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.timeentry.TimeEntryHal;
import org.signalbox.webhook.WebhookHal;
import org.signalbox.webhook.WebhookState;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackageDetail;
import org.signalbox.workpackage.WorkPackageHal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows what events are about as the API shows it to an administrator. */
final class Subjects {
    private static final Rights ALL = Rights.ofSystem();

    private record Kind<D>(String name, Class<D> detail, Function<D, Document> representation) {}

    private static final Map<String, Kind<?>> KINDS =
            Stream.of(
                            new Kind<>(
                                    "project",
                                    ProjectDetail.class,
                                    detail -> ProjectHal.single(detail, ALL)),
                            new Kind<>(
                                    "membership",
                                    MembershipDetail.class,
                                    detail -> MembershipHal.single(detail, ALL)),
                            new Kind<>(
                                    "work_package",
                                    WorkPackageDetail.class,
                                    detail -> WorkPackageHal.single(detail, ALL)),
                            new Kind<>(
                                    "activity",
                                    ActivityDetail.class,
                                    detail -> ActivityHal.single(detail, ALL)),
                            new Kind<>(
                                    "project_comment",
                                    ProjectCommentDetail.class,
                                    detail -> ProjectCommentHal.single(detail, ALL)),
                            new Kind<>(
                                    "time_entry",
                                    TimeEntryDetail.class,
                                    detail -> TimeEntryHal.single(detail, ALL)),
                            new Kind<>(
                                    "user",
                                    UserDetail.class,
                                    detail -> UserHal.document(detail.user(), Actor.system())),
                            new Kind<>(
                                    "group",
                                    Group.class,
                                    group -> PrincipalHal.document(group, ALL)),
                            new Kind<>(
                                    "placeholder_user",
                                    PlaceholderUser.class,
                                    one -> PrincipalHal.document(one, Actor.system())),
                            new Kind<>(
                                    "client",
                                    ClientDetail.class,
                                    detail -> ClientHal.of(detail.client(), true)),
                            new Kind<>(
                                    "absence",
                                    AbsenceDetail.class,
                                    detail -> AbsenceHal.single(detail, Actor.system())),
                            new Kind<>(
                                    "assignment",
                                    AssignmentDetail.class,
                                    detail -> AssignmentHal.single(detail, ALL)),
                            new Kind<>("webhook", WebhookState.class, WebhookHal::document),
                            new Kind<>(
                                    "task_list",
                                    TaskListDetail.class,
                                    detail -> TaskListHal.single(detail, ALL)))
                    .collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));

    private final JsonMapper json;

    Subjects(JsonMapper json) {
        this.json =
                json.rebuild()
                        .addModule(new SnapshotReading())
                        .disable(
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
    }

    /**
     * @param kind of the event's subject
     * @param held what the snapshot has of it
     */
    ObjectNode representation(String kind, JsonNode held) {
        if (kind.equals("attachment")) {
            return attachment(read(AttachmentDetail.class, held));
        }
        Kind<?> known = KINDS.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("Nobody knows how to show a " + kind);
        }
        return representation(known, held);
    }

    /** What it is attached to may be of several kinds. */
    private ObjectNode attachment(AttachmentDetail detail) {
        var container = detail.attachment().container();
        var held = detail.container();
        var shown = container == null || held == null ? null : container(container.kind(), held);
        return AttachmentHal.single(detail, ALL, true, shown).json();
    }

    private Document container(Container.Kind kind, JsonNode held) {
        return switch (kind) {
            case WORK_PACKAGES -> WorkPackageHal.of(read(WorkPackage.class, held), ALL);
            case ACTIVITIES -> ActivityHal.of(read(Activity.class, held), ALL);
        };
    }

    private <D> ObjectNode representation(Kind<D> kind, JsonNode held) {
        D detail = read(kind.detail(), held);
        return kind.representation().apply(detail).json();
    }

    /** An older snapshot may lack what records have today. */
    <T> T read(Class<T> type, JsonNode held) {
        return json.treeToValue(held, type);
    }
}
