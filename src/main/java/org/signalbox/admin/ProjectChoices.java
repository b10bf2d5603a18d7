package org.signalbox.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalbox.hal.Reference;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/** The projects to choose from: the chosen ones first, the others below their parents. */
@Component
final class ProjectChoices {
    private static final int DEPTH_MAX = 4;

    private final Database database;
    private final Projects projects;

    ProjectChoices(Database database, Projects projects) {
        this.database = database;
        this.projects = projects;
    }

    List<FormView.ProjectChoice> of(WebhookForm form) {
        List<Project> all = new ArrayList<>(database.read(projects::all));
        all.sort(Comparator.comparing(ProjectChoices::path));
        List<FormView.ProjectChoice> choices = new ArrayList<>();
        for (Project project : all) {
            if (isChosen(form, project)) {
                choices.add(new FormView.ProjectChoice(project.id(), project.name(), 0, true));
            }
        }
        for (Project project : all) {
            if (!isChosen(form, project)) {
                choices.add(
                        new FormView.ProjectChoice(
                                project.id(),
                                project.name(),
                                Math.min(project.ancestors().size(), DEPTH_MAX),
                                false));
            }
        }
        return choices;
    }

    private static boolean isChosen(WebhookForm form, Project project) {
        return form.projects().contains(Long.toString(project.id()));
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
