package org.signalbox.version;

import static org.signalbox.hal.Types.DATE;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.PLAIN;
import static org.signalbox.hal.Types.STRING;

import java.time.LocalDate;
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

/** Versions in the API. */
public final class VersionHal {

    /** How other resources link to a version. */
    public static final Type<Reference> LINK = Types.link("Version", "versions");

    static final Attribute<Version, Long> ID = Attribute.of("id", INTEGER, Version::id);
    static final Attribute<Version, String> NAME =
            Attribute.of("name", STRING, Version::name).writable().required().length(1, 60);
    static final Attribute<Version, String> DESCRIPTION =
            Attribute.of("description", PLAIN, Version::description).writable();
    static final Attribute<Version, LocalDate> START_DATE =
            Attribute.of("startDate", DATE, Version::start).writable();
    static final Attribute<Version, LocalDate> END_DATE =
            Attribute.of("endDate", DATE, Version::end).writable().called("Finish date");
    static final Attribute<Version, String> STATUS =
            Attribute.<Version, String>of("status", STRING, version -> version.status().word())
                    .writable()
                    .required()
                    .withDefault()
                    .from(Choices.words("open", "locked", "closed"));
    static final Attribute<Version, String> SHARING =
            Attribute.<Version, String>of("sharing", STRING, version -> version.sharing().word())
                    .writable()
                    .required()
                    .withDefault()
                    .from(Choices.words("none", "descendants", "hierarchy", "tree", "system"));
    static final Attribute<Version, Reference> DEFINING_PROJECT =
            Attribute.of("definingProject", ProjectHal.LINK, Version::project)
                    .writableOnCreate()
                    .required()
                    .from(Choices.at("/api/v3/versions/available_projects"))
                    .called("Project");

    static final Description<Version> VERSION =
            Description.<Version>of("Version")
                    .with(ID, NAME, DESCRIPTION, START_DATE, END_DATE, STATUS, SHARING)
                    .with(
                            Attribute.of("createdAt", DATE_TIME, Version::createdAt),
                            Attribute.of("updatedAt", DATE_TIME, Version::updatedAt),
                            DEFINING_PROJECT)
                    .filters(
                            Filter.of("id", Filters.reference("v.id")),
                            Filter.of("name", Filters.text("v.name")),
                            Filter.of("sharing", Filters.word("v.sharing")),
                            Filter.of("status", Filters.word("v.status")),
                            Filter.of("definingProject", ProjectHal.known("v.project_id"))
                                    .or("project"),
                            Filter.of("startDate", Filters.date("v.start_date")),
                            Filter.of("endDate", Filters.date("v.end_date")),
                            Filter.of("createdAt", Filters.time("v.created_at")),
                            Filter.of("updatedAt", Filters.time("v.updated_at")))
                    .sorts(
                            Sort.by("id", "v.id"),
                            Sort.by("name", "v.name"),
                            Sort.byNullable("startDate", "v.start_date"),
                            Sort.byNullable("endDate", "v.end_date"),
                            Sort.by("createdAt", "v.created_at"),
                            Sort.by("updatedAt", "v.updated_at"));

    private VersionHal() {}

    /** A version by itself, among others, or inside another resource. */
    public static Document of(Version version, Rights rights) {
        var self = "/api/v3/versions/" + version.id();
        var document =
                VERSION.document(version)
                        .link("self", Link.to(self, version.name()))
                        .link("schema", Link.to("/api/v3/versions/schema"))
                        .link("availableInProjects", Link.to(self + "/projects"))
                        .link("definingProject", rights.project(version.project()));
        if (rights.may(Permission.MANAGE_VERSIONS, version.project().id())) {
            document.link("update", Link.action(self + "/form", "post"))
                    .link("updateImmediately", Link.action(self, "patch"))
                    .link("delete", Link.action(self, "delete"));
        }
        return document;
    }

    static List<Shape> shapes() {
        return List.of(
                VERSION.shape()
                        .links("self", "schema", "availableInProjects", "update")
                        .links("updateImmediately", "delete"),
                VERSION.writeShape());
    }
}
