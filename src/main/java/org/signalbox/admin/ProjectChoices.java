package org.signalbox.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalbox.hal.Reference;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * The projects to choose from: the chosen ones first, then some of the others, below their parents.
 */
@Component
final class ProjectChoices {
    private static final int SHOWN_MAX = 50;
    private static final int DEPTH_MAX = 4;

    private final Database database;
    private final Projects projects;

    ProjectChoices(Database database, Projects projects) {
        this.database = database;
        this.projects = projects;
    }

    /**
     * @param search what the others have in their name; empty for any
     */
    FormView.Projects of(WebhookForm form, String search, Wording wording) {
        Set<Long> ids =
                form.projects().stream()
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet());
        record Look(List<Project> chosen, List<Project> found) {}
        Look look =
                database.read(view ->
                        new Look(
                                projects.all(view, ids),
                                projects.named(view, search, SHOWN_MAX + 1)));
        List<FormView.ProjectChoice> choices = new ArrayList<>();
        for (Project project : sorted(look.chosen())) {
            choices.add(new FormView.ProjectChoice(project.id(), project.name(), 0, true));
        }
        boolean more = look.found().size() > SHOWN_MAX;
        List<Project> others =
                look.found().stream()
                        .limit(SHOWN_MAX)
                        .filter(project -> !ids.contains(project.id()))
                        .toList();
        Set<Long> shown = others.stream().map(Project::id).collect(Collectors.toSet());
        for (Project project : sorted(others)) {
            choices.add(
                    new FormView.ProjectChoice(
                            project.id(), project.name(), depth(project, shown), false));
        }
        return new FormView.Projects(
                choices,
                search,
                wording.say("form.selected", look.chosen().size()),
                more ? wording.say("form.projects.more", SHOWN_MAX) : "");
    }

    private static List<Project> sorted(List<Project> projects) {
        return projects.stream().sorted(Comparator.comparing(ProjectChoices::path)).toList();
    }

    /** How many of its ancestors stand above it. */
    private static int depth(Project project, Set<Long> shown) {
        long above =
                project.ancestors().stream()
                        .filter(ancestor -> shown.contains(ancestor.id()))
                        .count();
        return (int) Math.min(above, DEPTH_MAX);
    }

    /** Sorts a project right below its parent. */
    private static String path(Project project) {
        return Stream.concat(
                        project.ancestors().stream().map(Reference::title),
                        Stream.of(project.name()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\0"));
    }
}
