package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Body;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** The schemas of work packages: one for each type in each project. */
@Component
final class WorkPackageSchemas {

    private static final Pattern KEY = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final String PATH = "/api/v3/work_packages/schemas";

    private final Database database;
    private final WorkPackageWriting writing;
    private final WorkPackageDetails details;
    private final Projects projects;
    private final Access access;

    WorkPackageSchemas(
            Database database,
            WorkPackageWriting writing,
            WorkPackageDetails details,
            Projects projects,
            Access access) {
        this.database = database;
        this.writing = writing;
        this.details = details;
        this.projects = projects;
        this.access = access;
    }

    /** The schema with this key, which is the project's id, a dash and the type's id. */
    Document schema(Actor actor, String key) {
        return database.read(view -> {
            var words = details.vocabulary(view);
            return schema(view, actor, words, key).orElseThrow(Refusal.NotFound::new);
        });
    }

    /** Those that are asked for by their keys, as far as the actor may see them. */
    Document schemas(Actor actor, Listing listing) {
        var keys = listing.only("id");
        return database.read(view -> {
            if (!access.maySomewhere(view, actor, Permission.VIEW_WORK_PACKAGES)) {
                throw new Refusal.Forbidden("You are not allowed to list schemas.");
            }
            var words = details.vocabulary(view);
            var found = new ArrayList<Document>();
            for (String key : List.copyOf(keys)) {
                schema(view, actor, words, key).ifPresent(found::add);
            }
            return Listing.whole(listing.address(), found);
        });
    }

    /**
     * The schemas of these work packages, each once. What there is to choose from is missing: that
     * is the same for all of them, and the schema by itself says it.
     */
    static Collection<Document> withoutChoices(Collection<WorkPackage> workPackages) {
        var schemas = new LinkedHashMap<String, Document>();
        for (WorkPackage one : workPackages) {
            schemas.computeIfAbsent(
                    WorkPackageHal.schema(one), path -> WORK_PACKAGE.schema(one, path, null));
        }
        return schemas.values();
    }

    /** Where the schemas of these work packages are, with what there is to choose from. */
    static String address(Collection<WorkPackage> workPackages) {
        var keys =
                workPackages.stream()
                        .map(WorkPackageHal::schema)
                        .distinct()
                        .map(path -> "\"" + path.substring(path.lastIndexOf('/') + 1) + "\"")
                        .collect(Collectors.joining(","));
        return Link.filtered(PATH, "[{\"id\":{\"operator\":\"=\",\"values\":[" + keys + "]}}]");
    }

    private Optional<Document> schema(View view, Actor actor, Vocabulary words, String key) {
        var ids = KEY.matcher(key);
        if (!ids.matches()) {
            return Optional.empty();
        }
        var type = words.type(Long.parseLong(ids.group(2)));
        var project = projects.find(view, Long.parseLong(ids.group(1)));
        return type == null
                ? Optional.empty()
                : project.filter(found ->
                                access.may(view, actor, Permission.VIEW_WORK_PACKAGES, found.id()))
                        .map(found -> schema(view, actor, found, type));
    }

    private Document schema(View view, Actor actor, Project project, WorkPackageType type) {
        var typed =
                new Body(JsonNodeFactory.instance.objectNode())
                        .linkedTo("type", "/api/v3/types/" + type.id());
        var input = WORK_PACKAGE.creation(typed.json());
        var sample = writing.written(view, actor, project.reference(), input, null);
        return WORK_PACKAGE.schema(
                sample,
                PATH + "/" + project.id() + "-" + type.id(),
                details.circumstances(view, actor, null, project.id()));
    }
}
