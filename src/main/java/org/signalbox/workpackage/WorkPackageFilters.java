package org.signalbox.workpackage;

import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;

/** By what lists of work packages can be filtered and sorted. */
final class WorkPackageFilters {

    static final Filter[] FILTERS = {
        Filter.of("id", Filters.reference("w.id")),
        Filter.of("status", WorkPackageFilters::status),
        Filter.of("type", Filters.reference("w.type_id")),
        Filter.of("priority", Filters.reference("w.priority_id")),
        Filter.of("project", Filters.reference("w.project_id")),
        Filter.of("parent", Filters.optionalReference("w.parent_id")),
        Filter.of("author", Filters.person("w.author_id")),
        Filter.of("assignee", Filters.person("w.assignee_id"))
                .or("assignedTo")
                .or("assigneeOrGroup"),
        Filter.of("responsible", Filters.person("w.responsible_id")),
        Filter.of("version", WorkPackageFilters::version),
        Filter.of("category", Filters.optionalReference("w.category_id")),
        Filter.of("subject", Filters.text("w.subject")),
        Filter.of("description", Filters.text("w.description")),
        Filter.of("subjectOrId", Filters.text("(w.subject || ' ' || w.id)")).or("typeahead"),
        Filter.of("search", Filters.text("(w.subject || ' ' || w.description || ' ' || w.id)")),
        Filter.of("startDate", Filters.date("w.start_date")),
        Filter.of("dueDate", Filters.date("w.due_date")),
        Filter.of("duration", Filters.number("w.duration_days")),
        Filter.of("estimatedTime", Filters.hours("w.estimated_seconds")).or("estimatedHours"),
        Filter.of("remainingTime", Filters.hours("w.remaining_seconds")).or("remainingHours"),
        Filter.of("percentageDone", Filters.number("w.percentage_done")).or("doneRatio"),
        Filter.of("milestone", Filters.flag("t.is_milestone")),
        Filter.of("createdAt", Filters.time("w.created_at")),
        Filter.of("updatedAt", Filters.time("w.updated_at")),
    };

    static final Sort[] SORTS = {
        Sort.by("id", "w.id"),
        Sort.by("subject", "w.subject"),
        Sort.by("project", "p.name"),
        Sort.by("type", "t.position"),
        Sort.by("status", "s.position"),
        Sort.by("priority", "y.position"),
        Sort.by("author", "w.author_id"),
        Sort.byNullable("assignee", "w.assignee_id"),
        Sort.byNullable("responsible", "w.responsible_id"),
        Sort.byNullable("version", "v.name"),
        Sort.byNullable("category", "g.name"),
        Sort.byNullable("parent", "w.parent_id"),
        Sort.byNullable("startDate", "w.start_date"),
        Sort.byNullable("dueDate", "w.due_date"),
        Sort.byNullable("duration", "w.duration_days"),
        Sort.byNullable("estimatedTime", "w.estimated_seconds"),
        Sort.byNullable("remainingTime", "w.remaining_seconds"),
        Sort.byNullable("percentageDone", "w.percentage_done"),
        Sort.by("createdAt", "w.created_at"),
        Sort.by("updatedAt", "w.updated_at"),
    };

    private WorkPackageFilters() {}

    private static String version(Terms terms) {
        return switch (terms.operator()) {
            case "o" -> "v.status = 'open'";
            case "c" -> "v.status = 'closed'";
            case "l" -> "v.status = 'locked'";
            default -> Filters.optionalReference("w.version_id").sql(terms);
        };
    }

    private static String status(Terms terms) {
        return switch (terms.operator()) {
            case "o" -> "not s.is_closed";
            case "c" -> "s.is_closed";
            case "*" -> "1 = 1";
            default -> Filters.reference("w.status_id").sql(terms);
        };
    }
}
