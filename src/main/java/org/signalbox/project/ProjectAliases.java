package org.signalbox.project;

import java.util.regex.Pattern;
import org.signalbox.hal.Aliases;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/** Projects go by their identifier, too, and are workspaces. */
@Component
final class ProjectAliases implements Aliases {
    private static final Pattern PROJECT =
            Pattern.compile("(?:https?://[^/]+)?/api/v3/(?:projects|workspaces)/([^/]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Database database;
    private final ProjectStore store;

    ProjectAliases(Database database, ProjectStore store) {
        this.database = database;
        this.store = store;
    }

    /** One that does not exist has the number of none: it is told from no hidden one. */
    @Override
    public String numbered(String href) {
        var project = PROJECT.matcher(href);
        if (!project.matches()) {
            return href;
        }
        String key = project.group(1);
        return "/api/v3/projects/"
                + (NUMBER.matcher(key).matches()
                        ? key
                        : database.read(view -> store.idOf(view, key)).orElse(0L));
    }
}
