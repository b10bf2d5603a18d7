package org.signalbox.rm;

import static org.signalbox.rm.RmFields.Field.link;
import static org.signalbox.rm.RmFields.Field.text;
import static org.signalbox.rm.RmFields.Field.typed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.format.RmObjects;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.rm.RmFields.Form;
import org.signalbox.timeentry.TimeEntries;
import org.signalbox.timeentry.TimeEntry;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hours. What they were spent on is the work package of the project that is called so, or else only
 * words.
 */
@Component
final class RmTimeEntries implements RmEntries {
    private static final Map<String, String> SORTS =
            Map.of("created", "createdAt", "updated", "updatedAt", "date", "spentOn");

    private static final RmFields TIME_ENTRY =
            new RmFields(
                    link("user_id", "user", "users"),
                    link("assignable_id", "project", "projects"),
                    link("project_id", "project", "projects"),
                    typed("date", "spentOn", Form.DAY).titled("Date"),
                    typed("hours", "hours", Form.HOURS),
                    typed("notes", "comment", Form.MARKED_UP),
                    text("task", "task"),
                    link("task", "workPackage", "work_packages"));

    private final TimeEntries timeEntries;
    private final WorkPackages workPackages;
    private final RmUsers users;
    private final RmObjects objects;

    RmTimeEntries(
            TimeEntries timeEntries, WorkPackages workPackages, RmUsers users, RmObjects objects) {
        this.timeEntries = timeEntries;
        this.workPackages = workPackages;
        this.users = users;
        this.objects = objects;
    }

    @Override
    public String word() {
        return "time_entries";
    }

    @Override
    public ResponseEntity<ObjectNode> list(Actor actor, RmList list, List<Clause> only) {
        var clauses = list.within("spentOn", only);
        var seen = timeEntries.list(actor, list.where(clauses, SORTS));
        var shown = users.billed(actor, seen, TimeEntry::user, this::shown);
        if (list.fields().contains("approvals")) {
            shown.forEach(RmTimeEntries::embedApprovals);
        }
        return list.answer(seen.what().total(), shown);
    }

    /** Nobody approves hours here. */
    private static void embedApprovals(ObjectNode entry) {
        var path =
                "%s/time_entries/%d/approvals".formatted(RmObjects.API, entry.path("id").asLong());
        entry.set("approvals", RmList.embedded(path, List.of()));
    }

    @Override
    public ObjectNode show(Actor actor, long id, Predicate<Place> there) {
        return shown(actor, visible(actor, id, there));
    }

    @Override
    public ObjectNode create(Actor actor, ObjectNode sent) {
        return TIME_ENTRY.inTheirWords(() -> {
            var body = TIME_ENTRY.creation(sent);
            writeTask(actor, body, projectOf(sent, ""));
            return shown(actor, timeEntries.create(actor, body));
        });
    }

    @Override
    public ObjectNode change(Actor actor, long id, ObjectNode sent, Predicate<Place> there) {
        var shown = show(actor, id, there);
        return TIME_ENTRY.inTheirWords(() -> {
            var project = projectOf(sent, shown.path("assignable_id").asString());
            var body = TIME_ENTRY.change(sent, shown);
            if (shown.path("task").equals(sent.get("task"))) {
                body.remove("task");
            }
            writeTask(actor, body, project);
            return shown(actor, timeEntries.change(actor, id, body));
        });
    }

    @Override
    public void delete(Actor actor, long id, Predicate<Place> there) {
        visible(actor, id, there);
        timeEntries.delete(actor, id);
    }

    private Seen<TimeEntryDetail> visible(Actor actor, long id, Predicate<Place> there) {
        var seen = timeEntries.show(actor, id);
        var found = seen.what().timeEntry();
        if (!there.test(new Place(found.user().id(), found.project().id()))) {
            throw new Refusal.NotFound();
        }
        return seen;
    }

    private static String projectOf(ObjectNode sent, String otherwise) {
        var id = sent.has("assignable_id") ? sent.get("assignable_id") : sent.path("project_id");
        return id.isValueNode() && !id.isNull() ? id.asString() : otherwise;
    }

    /** The task as the work package of that project with this subject, if there is one. */
    private void writeTask(Actor actor, ObjectNode body, String project) {
        var task = body.get("task");
        if (task == null || !(task.isNull() || task.isString())) {
            return;
        }
        var subject = task.asString("").strip();
        var found = subject.isEmpty() ? null : workPackage(actor, subject, project);
        body.put("task", found == null ? subject : "");
        RmFields.links(body)
                .putObject("workPackage")
                .put("href", found == null ? null : "/api/v3/work_packages/" + found);
    }

    private @Nullable Long workPackage(Actor actor, String subject, String project) {
        var clauses =
                List.of(
                        new Clause("subject", "=", List.of(subject)),
                        new Clause("project", "=", List.of(project)));
        var listing = new Listing("", new TreeMap<>(), 1, 1, clauses, null, null, Instant.EPOCH);
        return workPackages.list(actor, listing).what().elements().stream()
                .findFirst()
                .map(WorkPackage::id)
                .orElse(null);
    }

    private ObjectNode shown(Actor actor, Seen<TimeEntryDetail> seen) {
        var entry = seen.what().timeEntry();
        long user = entry.user().id();
        return shown(entry, seen.rights(), users.rates(actor, List.of(user)).get(user));
    }

    private ObjectNode shown(TimeEntry entry, Rights rights, @Nullable BigDecimal rate) {
        long user = entry.user().id();
        var work = entry.workPackage();
        boolean seesWork = rights.may(Permission.VIEW_WORK_PACKAGES, entry.project().id());
        return objects.timeEntry(
                entry,
                rights.seesUser(user) ? user : null,
                rate,
                work != null && seesWork ? work.title() : null);
    }
}
