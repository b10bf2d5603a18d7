package org.signalbox.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Employment;
import org.signalbox.account.PlaceholderUser;
import org.signalbox.account.User;
import org.signalbox.account.UserStatus;
import org.signalbox.assignment.Assignment;
import org.signalbox.project.Planning;
import org.signalbox.project.Project;
import org.signalbox.timeentry.TimeEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What there is, as Resource Management shows it: each object has all its names, also those for
 * which there is nothing to say. The same objects go out in webhooks and are read and written
 * through its API.
 */
@Component
public final class RmObjects {

    /** Where the API is that reads and writes these objects. */
    public static final String API = "/rm/api/v1";

    private static final double SECONDS_PER_HOUR = 3600;
    private static final BigDecimal PERCENT = new BigDecimal(100);
    private static final int NO_TYPE = 0;
    private static final int ADMINISTRATOR = 1;
    private static final int PROJECT_EDITOR = 8;

    private final Uuids uuids;

    public RmObjects(Uuids uuids) {
        this.uuids = uuids;
    }

    /** A moment, in whole seconds. */
    public static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * A project, or a phase: that is one with a parent.
     *
     * @param knowsParent whether who looks may know in which project it is
     */
    public ObjectNode project(Project project, boolean knowsParent) {
        var parent = knowsParent ? project.parent() : null;
        var client = project.client();
        Planning planning = project.planning();
        var json =
                object().put("id", project.id())
                        .put("archived", !project.active())
                        .putNull("archived_at")
                        .put("description", orNull(project.description()))
                        .put("guid", uuids.of("project", project.id()))
                        .put("name", parent == null ? project.name() : parent.title())
                        .put("parent_id", parent == null ? null : parent.id())
                        .put("phase_name", parent == null ? null : project.name())
                        .put("project_code", orNull(planning.code()))
                        .putNull("secureurl")
                        .putNull("secureurl_expiration")
                        .put("settings", 0)
                        .put("timeentry_lockout", -1)
                        .put("ends_at", day(planning.endsOn()))
                        .put("starts_at", day(planning.startsOn()))
                        .putNull("deleted_at")
                        .put("created_at", time(project.createdAt()))
                        .put("updated_at", time(project.updatedAt()))
                        .put("use_parent_bill_rates", false)
                        .putNull("thumbnail")
                        .put("type", "Project")
                        .put("has_pending_updates", false)
                        .put("client", client == null ? null : client.title())
                        .put("project_state", state(planning.certainty()));
        json.set("tags", tags(project.id()));
        return json;
    }

    /** {@code Confirmed}, {@code Tentative} or {@code Internal}. */
    private static String state(Planning.Certainty certainty) {
        String word = certainty.name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** An empty page: who wants tags has to ask for them. */
    private static ObjectNode tags(long project) {
        var page = object();
        page.putObject("paging")
                .put("self", "%s/projects/%d/tags?per_page=0&page=1".formatted(API, project))
                .putNull("next")
                .putNull("previous")
                .put("page", 1)
                .put("per_page", 0);
        page.putArray("data");
        return page;
    }

    /** Tags, each with a number that the same word always has. */
    public static List<ObjectNode> tags(List<String> tags) {
        return tags.stream()
                .map(tag ->
                        object().put("id", tag.hashCode() & Integer.MAX_VALUE).put("value", tag))
                .toList();
    }

    /** Somebody who is yet to be found. */
    public ObjectNode placeholder(PlaceholderUser one) {
        var person =
                new User(
                        one.id(),
                        "",
                        one.name(),
                        "",
                        "",
                        false,
                        UserStatus.ACTIVE,
                        "",
                        Employment.UNKNOWN,
                        one.createdAt(),
                        one.updatedAt());
        return user(person, true)
                .put("display_name", one.name())
                .put("user_type_id", NO_TYPE)
                .put("guid", uuids.of("placeholder_user", one.id()))
                .put("type", "PlaceholderResource")
                .put("license_type", "managed_resource")
                .put("has_login", false);
    }

    /**
     * A person.
     *
     * @param whole whether more is told than the name
     */
    public ObjectNode user(User user, boolean whole) {
        boolean invited = whole && user.status() == UserStatus.INVITED;
        var employment = user.employment();
        var rate = employment.billRate();
        var json =
                object().put("id", user.id())
                        .put("first_name", user.firstName())
                        .put("last_name", user.lastName())
                        .put("archived", whole && user.status() == UserStatus.LOCKED)
                        .put("display_name", user.name())
                        .put("email", whole ? orNull(user.email()) : null)
                        .put("user_type_id", whole && user.admin() ? ADMINISTRATOR : PROJECT_EDITOR)
                        .put("billable", whole && employment.billable())
                        .put("hire_date", whole ? day(employment.hiredOn()) : null)
                        .put("termination_date", whole ? day(employment.leftOn()) : null)
                        .putNull("mobile_phone")
                        .putNull("office_phone")
                        .putNull("deleted_at")
                        .put("deleted", false)
                        .put("account_owner", false)
                        .put("invitation_pending", invited)
                        .put("user_settings", 0)
                        .put("guid", uuids.of("user", user.id()))
                        .put("employee_number", whole ? orNull(employment.employeeNumber()) : null)
                        .put("billability_target", 100.0)
                        .put("billrate", whole && rate != null ? rate.doubleValue() : -1.0)
                        .put("role", whole ? orNull(employment.position()) : null)
                        .put("discipline", whole ? orNull(employment.discipline()) : null)
                        .put("location", whole ? orNull(employment.location()) : null)
                        .put("type", "User")
                        .put("license_type", "licensed")
                        .put("created_at", whole ? time(user.createdAt()) : null)
                        .put("updated_at", whole ? time(user.updatedAt()) : null)
                        .put("has_login", !invited)
                        .put("login_type", "default")
                        .putNull("archived_at")
                        .put("thumbnail", "");
        json.putArray("approver_user_ids");
        json.putArray("approvee_user_ids");
        return json.putNull("last_login_time");
    }

    /**
     * A person's time that is booked for a project.
     *
     * @param user whose time it is; null when who looks may not know
     * @param rate what an hour of theirs is billed at
     */
    public ObjectNode assignment(
            Assignment assignment, @Nullable Long user, @Nullable BigDecimal rate) {
        var json =
                object().put("id", assignment.id())
                        .put("allocation_mode", mode(assignment.mode()))
                        .put(amountName(assignment.mode()), amount(assignment))
                        .put("user_id", user)
                        .put("assignable_id", assignment.project().id())
                        .put("ends_at", day(assignment.to()))
                        .put("starts_at", day(assignment.from()));
        return rate(json, rate)
                .putNull("repetition_id")
                .put("created_at", time(assignment.createdAt()))
                .put("updated_at", time(assignment.updatedAt()))
                .put("all_day_assignment", assignment.allDay())
                .putNull("resource_request_id")
                .putNull("status")
                .putNull("status_option_id")
                .putNull("description")
                .put("note", orNull(assignment.note()));
    }

    private static String mode(Assignment.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** What the number is called that belongs to a mode. */
    public static String amountName(Assignment.Mode mode) {
        return switch (mode) {
            case PERCENT -> "percent";
            case HOURS_PER_DAY -> "hours_per_day";
            case FIXED -> "fixed_hours";
        };
    }

    private static double amount(Assignment assignment) {
        return assignment.mode() == Assignment.Mode.PERCENT
                ? assignment.amount().divide(PERCENT).doubleValue()
                : assignment.amount().doubleValue();
    }

    /**
     * Hours that somebody worked.
     *
     * @param user who; null when who looks may not know
     * @param rate what an hour of theirs is billed at
     * @param work on what work package; null when who looks may not know
     */
    public ObjectNode timeEntry(
            TimeEntry entry,
            @Nullable Long user,
            @Nullable BigDecimal rate,
            @Nullable String work) {
        var json =
                object().put("id", entry.id())
                        .put("assignable_id", entry.project().id())
                        .put("assignable_type", "Project")
                        .put("user_id", user);
        var hours = entry.hours();
        return rate(json, rate)
                .put("date", day(entry.spentOn()))
                .put("hours", hours == null ? 0.0 : hours.toSeconds() / SECONDS_PER_HOUR)
                .putNull("scheduled_hours")
                .put("notes", orNull(entry.comment()))
                .put("task", entry.workPackage() == null ? orNull(entry.task()) : work)
                .put("is_suggestion", false)
                .put("created_at", time(entry.createdAt()))
                .put("updated_at", time(entry.updatedAt()));
    }

    private static ObjectNode rate(ObjectNode json, @Nullable BigDecimal rate) {
        return json.put("bill_rate", rate == null ? null : Double.valueOf(rate.doubleValue()))
                .putNull("bill_rate_id");
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
