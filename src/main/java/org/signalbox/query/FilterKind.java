package org.signalbox.query;

import java.util.List;
import java.util.Map;

/**
 * What a filter of work packages has values of, and which operators it takes.
 *
 * @param collection where its values live if they are resources, else empty
 * @param type the name of the values' type
 */
record FilterKind(String collection, String type, List<String> operators) {
    private static final FilterKind STATUS = of("statuses", "Status", "o", "=", "c", "!", "*");
    private static final FilterKind TYPE = of("types", "Type", "=", "!");
    private static final FilterKind PRIORITY = of("priorities", "Priority", "=", "!");
    private static final FilterKind PROJECT = of("projects", "Project", "=", "!");
    private static final FilterKind SUBPROJECT = of("projects", "Project", "=", "!", "*", "!*");
    private static final FilterKind USER = of("users", "User", "=", "!");
    private static final FilterKind OPTIONAL_USER = of("users", "User", "=", "!", "*", "!*");
    private static final FilterKind GROUP = of("groups", "Group", "=", "!", "*", "!*");
    private static final FilterKind ROLE = of("roles", "Role", "=", "!");
    private static final FilterKind VERSION =
            of("versions", "Version", "=", "!", "*", "!*", "o", "c", "l");
    private static final FilterKind CATEGORY = of("categories", "Category", "=", "!", "*", "!*");
    private static final FilterKind WORK_PACKAGE = of("work_packages", "WorkPackage", "=", "!");
    private static final FilterKind OPTIONAL_WORK_PACKAGE =
            of("work_packages", "WorkPackage", "=", "!", "*", "!*");
    private static final FilterKind TASK_LIST = of("task_lists", "TaskList", "=", "!", "*", "!*");
    private static final FilterKind TEXT = of("", "String", "~", "!~");
    private static final FilterKind DATE =
            of(
                    "", "Date", "<t+", ">t+", "t+", "t", "w", ">t-", "<t-", "t-", "=d", "<>d", "*",
                    "!*");
    private static final FilterKind INTERVAL = of("", "Date", "<>d");
    private static final FilterKind TIME =
            of("", "DateTime", ">t-", "<t-", "t-", "t", "w", "=d", "<>d");
    private static final FilterKind NUMBER = of("", "Integer", "=", "!", ">=", "<=", "*", "!*");
    private static final FilterKind HOURS = of("", "Float", "=", "!", ">=", "<=", "*", "!*");
    private static final FilterKind FLAG = of("", "Boolean", "=", "!");
    private static final FilterKind EVERYTHING = of("", "String", "ow");

    private static final Map<String, FilterKind> BY_NAME =
            Map.ofEntries(
                    Map.entry("status", STATUS),
                    Map.entry("type", TYPE),
                    Map.entry("priority", PRIORITY),
                    Map.entry("project", PROJECT),
                    Map.entry("subproject", SUBPROJECT),
                    Map.entry("onlySubproject", SUBPROJECT),
                    Map.entry("parent", OPTIONAL_WORK_PACKAGE),
                    Map.entry("ancestor", WORK_PACKAGE),
                    Map.entry("children", WORK_PACKAGE),
                    Map.entry("id", WORK_PACKAGE),
                    Map.entry("author", OPTIONAL_USER),
                    Map.entry("assignee", OPTIONAL_USER),
                    Map.entry("assigneeOrGroup", OPTIONAL_USER),
                    Map.entry("responsible", OPTIONAL_USER),
                    Map.entry("involved", USER),
                    Map.entry("watcher", USER),
                    Map.entry("group", GROUP),
                    Map.entry("role", ROLE),
                    Map.entry("version", VERSION),
                    Map.entry("category", CATEGORY),
                    Map.entry("taskList", TASK_LIST),
                    Map.entry("subject", TEXT),
                    Map.entry("description", TEXT),
                    Map.entry("subjectOrId", TEXT),
                    Map.entry("search", TEXT),
                    Map.entry("comment", TEXT),
                    Map.entry("attachmentFileName", TEXT),
                    Map.entry("attachmentContent", TEXT),
                    Map.entry("fileLinkOrigin", TEXT),
                    Map.entry("storage", TEXT),
                    Map.entry("storageUrl", TEXT),
                    Map.entry("relatable", WORK_PACKAGE),
                    Map.entry("startDate", DATE),
                    Map.entry("dueDate", DATE),
                    Map.entry("datesInterval", INTERVAL),
                    Map.entry("createdAt", TIME),
                    Map.entry("updatedAt", TIME),
                    Map.entry("duration", NUMBER),
                    Map.entry("percentageDone", NUMBER),
                    Map.entry("estimatedTime", HOURS),
                    Map.entry("remainingTime", HOURS),
                    Map.entry("milestone", FLAG),
                    Map.entry("manualSort", EVERYTHING));

    /** That of the filter with this name; the others are about related work packages. */
    static FilterKind of(String filter) {
        return BY_NAME.getOrDefault(filter, OPTIONAL_WORK_PACKAGE);
    }

    /** Whether its values are resources. */
    boolean linked() {
        return !collection.isEmpty();
    }

    /** The address of a value that is a resource. */
    String href(String value) {
        return "/api/v3/" + collection + "/" + value;
    }

    private static FilterKind of(String collection, String type, String... operators) {
        return new FilterKind(collection, type, List.of(operators));
    }
}
