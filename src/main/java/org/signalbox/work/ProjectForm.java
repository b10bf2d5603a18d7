package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectStatus;
import org.signalbox.project.Projects;
import org.springframework.stereotype.Component;

/** The form of a project. */
@Component
final class ProjectForm {
    private static final int PARENTS_MAX = 500;

    private final Projects projects;

    ProjectForm(Projects projects) {
        this.projects = projects;
    }

    /**
     * The fields.
     *
     * @param project null for a new one
     */
    List<Field> fields(Actor actor, @Nullable Project project, Wording wording) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("name", Kind.LINE, wording.say("project.name")));
        fields.add(
                Field.of("identifier", Kind.LINE, wording.say("project.identifier"))
                        .leftOut()
                        .explained(wording.say("project.identifier.hint")));
        List<Option> parents = parents(actor, project, wording);
        if (!parents.isEmpty()) {
            fields.add(
                    Field.choice("parent", wording.say("project.parent"), parents)
                            .orNone(wording.say("project.parent.none")));
        }
        fields.add(Field.of("description", Kind.TEXT, wording.say("project.description")));
        fields.add(
                Field.choice("status", wording.say("project.status"), statuses(wording))
                        .orNone(wording.say("project.status.none")));
        fields.add(
                Field.of("public", Kind.SWITCH, wording.say("project.public"))
                        .explained(wording.say("project.public.hint")));
        if (project != null) {
            fields.add(Field.seen());
        }
        return fields;
    }

    static Sheet.Frame frame(@Nullable Project project, Wording wording) {
        Crumb all = new Crumb(wording.say("projects.title"), ProjectsPage.PATH);
        if (project == null) {
            return new Sheet.Frame(
                    wording.say("project.new"),
                    List.of(all, new Crumb(wording.say("form.new.crumb"), null)),
                    ProjectsPage.PATH,
                    false,
                    wording.say("form.create"),
                    ProjectsPage.PATH,
                    wording.say("form.failed.create"));
        }
        String path = ProjectsPage.path(project.id());
        return new Sheet.Frame(
                wording.say("project.edit"),
                List.of(
                        all,
                        new Crumb(project.name(), path),
                        new Crumb(wording.say("form.edit.crumb"), null)),
                path,
                true,
                wording.say("form.save"),
                path,
                wording.say("form.failed.change"));
    }

    private List<Option> parents(Actor actor, @Nullable Project project, Wording wording) {
        String key = project == null ? null : Long.toString(project.id());
        var listing =
                Search.of(ProjectsPage.PATH, 1).sorted("name", false).listing(wording, PARENTS_MAX);
        try {
            return projects.parents(actor, listing, key).what().elements().stream()
                    .filter(one -> project == null || one.id() != project.id())
                    .map(one -> new Option("/api/v3/projects/" + one.id(), one.name()))
                    .toList();
        } catch (Refusal.Forbidden _) {
            return List.of();
        }
    }

    private static List<Option> statuses(Wording wording) {
        return Stream.of(ProjectStatus.values())
                .map(status ->
                        new Option(
                                "/api/v3/project_statuses/" + status.code(),
                                wording.say("project.status." + status.code())))
                .toList();
    }
}
