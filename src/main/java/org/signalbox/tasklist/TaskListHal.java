package org.signalbox.tasklist;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.time.Instant;
import java.util.List;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.project.ProjectHal;

/** Task lists in the API. */
public final class TaskListHal {

    /** How other resources link to a task list. */
    public static final Type<Reference> LINK = Types.link("TaskList", "task_lists");

    static final Attribute<TaskList, Long> ID = Attribute.of("id", INTEGER, TaskList::id);
    static final Attribute<TaskList, String> NAME =
            Attribute.of("name", STRING, TaskList::name).writable().required().length(1, 255);
    static final Attribute<TaskList, Long> POSITION =
            Attribute.of("position", INTEGER, TaskList::position)
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<TaskList, Boolean> ARCHIVED =
            Attribute.of("archived", BOOLEAN, TaskList::archived)
                    .writable()
                    .required()
                    .withDefault();
    static final Attribute<TaskList, Instant> CREATED_AT =
            Attribute.of("createdAt", DATE_TIME, TaskList::createdAt);
    static final Attribute<TaskList, Instant> UPDATED_AT =
            Attribute.of("updatedAt", DATE_TIME, TaskList::updatedAt);
    static final Attribute<TaskList, Reference> PROJECT =
            Attribute.of("project", ProjectHal.LINK, TaskList::project)
                    .writableOnCreate()
                    .required()
                    .from(Choices.at("/api/v3/projects"));

    static final Description<TaskList> TASK_LIST =
            Description.<TaskList>of("TaskList")
                    .with(ID, NAME, POSITION, ARCHIVED, CREATED_AT, UPDATED_AT, PROJECT)
                    .filters(
                            Filter.of("id", Filters.reference("l.id")),
                            Filter.of("project", Filters.reference("l.project_id")),
                            Filter.of("name", Filters.text("l.name")),
                            Filter.of("archived", Filters.flag("l.archived")))
                    .sorts(
                            Sort.by("id", "l.id"),
                            Sort.by("project", "l.project_id"),
                            Sort.by("position", "l.position"),
                            Sort.by("name", "l.name"))
                    .orderedBy(new Sort.Key("project", false), new Sort.Key("position", false));

    private TaskListHal() {}

    /** A task list among others. */
    public static Document of(TaskList list, Rights rights) {
        var self = "/api/v3/task_lists/" + list.id();
        var document =
                TASK_LIST
                        .document(list)
                        .link("self", Link.to(self, list.name()))
                        .link("schema", Link.to("/api/v3/task_lists/schema"))
                        .link("project", rights.project(list.project()))
                        .link("workPackages", Link.to(self + "/work_packages"));
        return rights.may(Permission.MANAGE_TASK_LISTS, list.project().id())
                ? document.link("update", Link.action(self + "/form", "post"))
                        .link("updateImmediately", Link.action(self, "patch"))
                        .link("delete", Link.action(self, "delete"))
                : document;
    }

    /** A task list by itself, with what it embeds. */
    public static Document single(TaskListDetail detail, Rights rights) {
        return of(detail.taskList(), rights)
                .embed("project", ProjectHal.of(detail.project(), rights));
    }

    static List<Shape> shapes() {
        return List.of(
                TASK_LIST
                        .shape()
                        .links("self", "schema", "workPackages", "update", "updateImmediately")
                        .links("delete")
                        .embeds("project", "Project"),
                TASK_LIST.writeShape());
    }
}
