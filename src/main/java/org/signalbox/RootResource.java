package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.OwnPreferences;
import org.signalbox.account.PreferenceHal;
import org.signalbox.account.UserHal;
import org.signalbox.attachment.AttachmentSettings;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Link;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import org.signalbox.project.Projects;
import org.signalbox.setting.Options;
import org.signalbox.store.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where clients of the API begin. */
@RestController
@RequestMapping("/api/v3")
final class RootResource implements Described {

    /** Of the API that is spoken here; clients leave out what older versions do not have. */
    private static final String OPENPROJECT = "17.3.0";

    private final PublicUrl url;
    private final Database database;
    private final Projects projects;
    private final AttachmentSettings attachments;
    private final Options options;
    private final OwnPreferences preferences;
    private final @Nullable BuildProperties build;

    RootResource(
            PublicUrl url,
            Database database,
            Projects projects,
            AttachmentSettings attachments,
            Options options,
            OwnPreferences preferences,
            ObjectProvider<BuildProperties> build) {
        this.url = url;
        this.database = database;
        this.projects = projects;
        this.attachments = attachments;
        this.options = options;
        this.preferences = preferences;
        this.build = build.getIfAvailable();
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                Shape.of("Root")
                        .property("instanceName", Types.STRING)
                        .optional("coreVersion", Types.STRING)
                        .optional("serverVersion", Types.STRING)
                        .links("self", "configuration", "memberships", "priorities", "projects")
                        .links("statuses", "time_entries", "types", "user", "workPackages")
                        .links(
                                "events",
                                "users",
                                "clients",
                                "webhooks",
                                "relations",
                                "userPreferences")
                        .links("absences", "assignments", "taskLists")
                        .example(document(Actor.system())),
                Shape.of("Configuration")
                        .property("hostName", Types.STRING)
                        .property("perPageOptions", Shape.array(Types.INTEGER.schema()))
                        .property("durationFormat", Types.STRING)
                        .property("maximumAPIV3PageSize", Types.INTEGER)
                        .optional("maximumAttachmentFileSize", Types.INTEGER)
                        .property("activeFeatureFlags", Types.STRINGS)
                        .optional("enabledInternalComments", Types.BOOLEAN)
                        .links("self", "userPreferences")
                        .embeds("userPreferences", "UserPreferences")
                        .example(configuration(Actor.system(), "work.example.com")));
    }

    @Endpoint(value = "Where clients begin", answer = "Root")
    @GetMapping
    ResponseEntity<ObjectNode> root(Actor actor) {
        return Answers.ok(document(actor));
    }

    private Document document(Actor actor) {
        var root =
                new Document("Root")
                        .put("instanceName", "Signalbox")
                        .link("self", Link.to("/api/v3"))
                        .link("absences", Link.to("/api/v3/absences"))
                        .link("assignments", Link.to("/api/v3/assignments"))
                        .link("clients", Link.to("/api/v3/clients"))
                        .link("configuration", Link.to("/api/v3/configuration"))
                        .link("memberships", Link.to("/api/v3/memberships"))
                        .link("priorities", Link.to("/api/v3/priorities"))
                        .link("projects", Link.to("/api/v3/projects"))
                        .link("relations", Link.to("/api/v3/relations"))
                        .link("statuses", Link.to("/api/v3/statuses"))
                        .link("taskLists", Link.to("/api/v3/task_lists"))
                        .link("time_entries", Link.to("/api/v3/time_entries"))
                        .link("types", Link.to("/api/v3/types"))
                        .link("workPackages", Link.to("/api/v3/work_packages"));
        if (!actor.isAnonymous()) {
            root.link("user", UserHal.link(actor.user()))
                    .link("userPreferences", Link.to(PreferenceHal.OWN));
        }
        if (actor.isAdmin()) {
            root.put("coreVersion", OPENPROJECT)
                    .put("serverVersion", build == null ? "dev" : build.getVersion())
                    .link("events", Link.to("/api/v3/events"))
                    .link("users", Link.to("/api/v3/users"))
                    .link("webhooks", Link.to("/api/v3/webhooks"));
        }
        return root;
    }

    @Endpoint(value = "What clients need to know of this server", answer = "Configuration")
    @GetMapping("/configuration")
    ResponseEntity<ObjectNode> configuration(Actor actor, HttpServletRequest request) {
        return Answers.ok(configuration(actor, host(request)));
    }

    /** The same, with what a project's own settings are. */
    @Endpoint(value = "What clients need to know of a project", answer = "Configuration")
    @GetMapping("/projects/{key}/configuration")
    ResponseEntity<ObjectNode> configuration(
            Actor actor, @PathVariable String key, HttpServletRequest request) {
        long id = database.read(view -> projects.visible(view, actor, key).id());
        return Answers.ok(
                configuration(actor, host(request))
                        .put("enabledInternalComments", true)
                        .link("self", Link.to("/api/v3/projects/" + id + "/configuration")));
    }

    private String host(HttpServletRequest request) {
        return URI.create(url.of(request)).getAuthority();
    }

    private Document configuration(Actor actor, String host) {
        var sizes = JsonNodeFactory.instance.arrayNode().add(20).add(100);
        var document =
                new Document("Configuration")
                        .put("maximumAttachmentFileSize", attachments.bytesMax())
                        .put("hostName", host)
                        .put("perPageOptions", sizes)
                        .put("durationFormat", "hours_only")
                        .put("maximumAPIV3PageSize", options.current().maxPageSize())
                        .put("activeFeatureFlags", JsonNodeFactory.instance.arrayNode())
                        .link("self", Link.to("/api/v3/configuration"));
        return actor.isAnonymous()
                ? document
                : document.link("userPreferences", Link.to(PreferenceHal.OWN))
                        .embed("userPreferences", preferences.document(actor));
    }
}
