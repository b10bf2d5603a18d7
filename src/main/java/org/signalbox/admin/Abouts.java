package org.signalbox.admin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.event.Event;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/** Looks up who and what an event names by a number only. */
@Component
final class Abouts {
    private final Database database;
    private final Projects projects;
    private final Users users;

    Abouts(Database database, Projects projects, Users users) {
        this.database = database;
        this.projects = projects;
        this.users = users;
    }

    /** Null where nobody is meant, or nobody is known by that number. */
    @Nullable String nameOf(@Nullable Long userId) {
        return userId == null
                ? null
                : database.<Optional<String>>read(view -> users.find(view, userId).map(User::name))
                        .orElse(null);
    }

    About of(Event event) {
        Long project = event.projectId();
        Long actor = event.actorId();
        return database.read(view ->
                new About(
                        project == null
                                ? ""
                                : projects.find(view, project).map(Project::name).orElse(""),
                        actor == null ? "" : users.find(view, actor).map(User::name).orElse("")));
    }
}
