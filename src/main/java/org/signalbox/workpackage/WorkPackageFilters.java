package org.signalbox.workpackage;

import org.signalbox.account.Access;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalHal;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;
import org.signalbox.project.ProjectHal;
import org.signalbox.relation.RelationType;

/** By what lists of work packages can be filtered and sorted. */
final class WorkPackageFilters {

    static final String ID_AS_TEXT = "cast(w.id as text)";

    static final Filter[] FILTERS = {
        Filter.of("id", Filters.reference("w.id")),
        Filter.of("status", WorkPackageFilters::status),
        Filter.of("type", Filters.reference("w.type_id")),
        Filter.of("priority", Filters.reference("w.priority_id")),
        Filter.of("project", ProjectHal.named("w.project_id")),
        Filter.of(
                "parent", Filters.optionalReference("w.parent_id", RelationFilters.PARENT_IS_SEEN)),
        Filter.of("taskList", Filters.optionalReference("w.task_list_id")),
        Filter.of("author", PrincipalHal.known("w.author_id")),
        Filter.of("assignee", PrincipalHal.known("w.assignee_id")).or("assignedTo"),
        Filter.of("assigneeOrGroup", WorkPackageFilters::assigneeOrGroup),
        Filter.of("group", PrincipalHal.inGroup("w.assignee_id")),
        Filter.of("role", WorkPackageFilters::role),
        Filter.of("involved", ContentFilters::involved),
        Filter.of("responsible", PrincipalHal.known("w.responsible_id")),
        Filter.of("version", WorkPackageFilters::version),
        Filter.of("category", Filters.optionalReference("w.category_id")),
        Filter.of("watcher", RelationFilters::watcher),
        Filter.of("blocks", RelationFilters.of(RelationType.BLOCKS, false)),
        Filter.of("blocked", RelationFilters.of(RelationType.BLOCKS, true)),
        Filter.of("follows", RelationFilters.of(RelationType.FOLLOWS, false)),
        Filter.of("precedes", RelationFilters.of(RelationType.FOLLOWS, true)),
        Filter.of("duplicates", RelationFilters.of(RelationType.DUPLICATES, false)),
        Filter.of("duplicated", RelationFilters.of(RelationType.DUPLICATES, true)),
        Filter.of("includes", RelationFilters.of(RelationType.INCLUDES, false)),
        Filter.of("partof", RelationFilters.of(RelationType.INCLUDES, true)),
        Filter.of("requires", RelationFilters.of(RelationType.REQUIRES, false)),
        Filter.of("required", RelationFilters.of(RelationType.REQUIRES, true)),
        Filter.of("relates", RelationFilters::relates),
        Filter.of("ancestor", RelationFilters::ancestor).or("descendantsOf"),
        Filter.of("children", RelationFilters::children).or("child"),
        Filter.of("subject", Filters.text("w.subject")),
        Filter.of("description", Filters.text("w.description")),
        Filter.of("subjectOrId", Filters.text("w.subject", ID_AS_TEXT)).or("typeahead"),
        Filter.of("search", ContentFilters::search),
        Filter.of("comment", ContentFilters::comment),
        Filter.of("attachmentFileName", ContentFilters::fileName).or("attachmentBase"),
        Filter.of("attachmentContent", Filters.nothing()),
        Filter.of("fileLinkOrigin", Filters.nothing()),
        Filter.of("storage", Filters.nothing()),
        Filter.of("storageUrl", Filters.nothing()),
        Filter.of("relatable", RelationFilters::relatable),
        Filter.of("subproject", ContentFilters::subproject),
        Filter.of("onlySubproject", ContentFilters::onlySubproject),
        Filter.of(
                "datesInterval",
                Filters.overlap(
                        "coalesce(w.start_date, w.due_date)",
                        "coalesce(w.due_date, w.start_date)")),
        Filter.of("manualSort", Filters.everything("ow")),
        Filter.of("startDate", Filters.date("w.start_date")),
        Filter.of("dueDate", Filters.date("w.due_date")),
        Filter.of("duration", Filters.number("w.duration_days")),
        Filter.of("estimatedTime", Filters.hours("w.estimated_seconds")).or("estimatedHours"),
        Filter.of("remainingTime", Filters.hours("w.remaining_seconds")).or("remainingHours"),
        Filter.of("percentageDone", Filters.number("w.percentage_done")).or("doneRatio"),
        Filter.of(
                "milestone",
                Filters.flag("(w.type_id in (select id from type where is_milestone))")),
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
        byName("author", "a"),
        byName("assignee", "e").or("assignedTo"),
        byName("responsible", "r"),
        Sort.byNullable("version", "v.name"),
        Sort.byNullable("category", "g.name"),
        Sort.byNullable("parent", "w.parent_id"),
        Sort.byNullable("taskList", "w.task_list_id"),
        Sort.byNullable("position", "w.task_list_position").or("manualSorting"),
        Sort.byNullable("startDate", "w.start_date"),
        Sort.byNullable("dueDate", "w.due_date"),
        Sort.byNullable("duration", "w.duration_days"),
        Sort.byNullable("estimatedTime", "w.estimated_seconds").or("estimatedHours"),
        Sort.byNullable("remainingTime", "w.remaining_seconds").or("remainingHours"),
        Sort.byNullable("percentageDone", "w.percentage_done").or("doneRatio"),
        Sort.by(
                        "spentTime",
                        "(select coalesce(sum(h.seconds), 0) from time_entry h"
                                + " where h.work_package_id = w.id)")
                .or("spentHours"),
        Sort.by("createdAt", "w.created_at"),
        Sort.by("updatedAt", "w.updated_at").or("typeahead"),
    };

    private WorkPackageFilters() {}

    /** By people's names; whom one may not know stands where nobody does. */
    private static Sort byName(String relation, String alias) {
        return Sort.byNullable(
                relation,
                "case when %2$s then lower(trim(%1$s.first_name || ' ' || %1$s.last_name)) end"
                        .formatted(alias, Access.users("w." + relation + "_id")));
    }

    private static String version(Terms terms) {
        return switch (terms.operator()) {
            case "o" -> inVersions("open");
            case "c" -> inVersions("closed");
            case "l" -> inVersions("locked");
            default -> Filters.optionalReference("w.version_id").sql(terms);
        };
    }

    private static String inVersions(String status) {
        return "w.version_id in (select id from version where status = '%s')".formatted(status);
    }

    /**
     * Work of these people and of the groups they are in; work of these groups and their people.
     */
    private static String assigneeOrGroup(Terms terms) {
        String theirs =
                """
                {assignee} and (
                   w.assignee_id in (%1$s)
                   or w.assignee_id in (
                      select gm.group_id from group_member gm where gm.user_id in (%1$s) and {user})
                   or w.assignee_id in (
                      select gm.user_id from group_member gm where gm.group_id in (%1$s) and {group}))\
                """
                        .replace("{assignee}", Access.users("w.assignee_id"))
                        .replace("{user}", Access.users("gm.user_id"))
                        .replace("{group}", Access.users("gm.group_id"));
        return switch (terms.operator()) {
            case "=" -> "(" + theirs.formatted(terms.bind(terms.people())) + ")";
            case "!" ->
                    "(w.assignee_id is null or not ("
                            + theirs.formatted(terms.bind(terms.people()))
                            + "))";
            case "*" -> "w.assignee_id is not null";
            case "!*" -> "w.assignee_id is null";
            default -> throw terms.unknownOperator();
        };
    }

    /** By the roles that the assignee has in the project, where one may see who is in it. */
    private static String role(Terms terms) {
        String holders =
                """
                (select m.user_id
                   from member m
                   join member_role mr on mr.member_id = m.id
                  where m.project_id = w.project_id and mr.role_id in (%s) and {members})\
                """
                        .replace(
                                "{members}",
                                Access.projects("m.project_id", Permission.VIEW_MEMBERS));
        return switch (terms.operator()) {
            case "=" -> "w.assignee_id in " + holders.formatted(terms.bind(terms.ids()));
            case "!" ->
                    "(w.assignee_id is null or w.assignee_id not in %s)"
                            .formatted(holders.formatted(terms.bind(terms.ids())));
            default -> throw terms.unknownOperator();
        };
    }

    private static String status(Terms terms) {
        return switch (terms.operator()) {
            case "o" -> Scope.OPEN;
            case "c" -> Scope.CLOSED;
            case "*" -> "1 = 1";
            default -> Filters.reference("w.status_id").sql(terms);
        };
    }
}
