package org.signalbox.workpackage;

import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Choices;

/**
 * On what it depends what can be chosen for a work package.
 *
 * @param id 0 for one that is to be created
 * @param projectId where it is to be; 0 if that is open
 * @param versions what it may be in; null as long as the project is open
 * @param categories the same for categories
 */
record WorkPackageCircumstances(
        long id,
        long projectId,
        Vocabulary words,
        @Nullable Choices versions,
        @Nullable Choices categories) {

    Choices types() {
        return Choices.of(words.types().stream().map(VocabularyHal::of).toList());
    }

    Choices statuses() {
        return Choices.of(words.statuses().stream().map(VocabularyHal::of).toList());
    }

    Choices priorities() {
        return Choices.of(words.priorities().stream().map(VocabularyHal::of).toList());
    }

    Choices projects() {
        return Choices.at(
                id == 0
                        ? "/api/v3/work_packages/available_projects"
                        : "/api/v3/work_packages/" + id + "/available_projects");
    }

    @Nullable Choices people() {
        return projectId == 0
                ? null
                : Choices.at("/api/v3/projects/" + projectId + "/available_assignees");
    }
}
