package org.signalbox.relation;

import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;

/** Relations in the API. */
public final class RelationHal {

    private static final Type<Reference> WORK_PACKAGE = Types.link("WorkPackage", "work_packages");

    static final Attribute<Relation, String> TYPE =
            Attribute.<Relation, String>of("type", STRING, relation -> relation.type().word())
                    .writable()
                    .required()
                    .from(
                            Choices.words(
                                    "relates",
                                    "duplicates",
                                    "duplicated",
                                    "blocks",
                                    "blocked",
                                    "precedes",
                                    "follows",
                                    "includes",
                                    "partof",
                                    "requires",
                                    "required"));
    static final Attribute<Relation, Long> LAG =
            Attribute.of("lag", INTEGER, Relation::lag).writable();
    static final Attribute<Relation, String> DESCRIPTION =
            Attribute.of("description", STRING, Relation::description).writable().length(0, 10_000);

    /** Of no effect: the path says it. */
    static final Attribute<Relation, Reference> FROM =
            Attribute.<Relation, Reference>of(
                            "from", WORK_PACKAGE, relation -> relation.from().reference())
                    .writableOnCreate();

    static final Attribute<Relation, Reference> TO =
            Attribute.<Relation, Reference>of(
                            "to", WORK_PACKAGE, relation -> relation.to().reference())
                    .writableOnCreate()
                    .required();

    static final Description<Relation> RELATION =
            Description.<Relation>of("Relation")
                    .with(
                            Attribute.of("id", INTEGER, Relation::id),
                            Attribute.<Relation, String>of(
                                    "name", STRING, relation -> relation.type().title()),
                            TYPE,
                            Attribute.<Relation, String>of(
                                    "reverseType", STRING, relation -> relation.type().reverse()))
                    .with(LAG, DESCRIPTION, FROM, TO)
                    .filters(
                            Filter.of("id", Filters.reference("r.id")),
                            Filter.of("from", Filters.reference("r.from_id")),
                            Filter.of("to", Filters.reference("r.to_id")),
                            Filter.of("involved", RelationHal::involved),
                            Filter.of("type", RelationHal::type))
                    .sorts(Sort.by("id", "r.id"));

    private RelationHal() {}

    /** A relation by itself or among others. */
    public static Document of(Relation relation, Rights rights) {
        var self = "/api/v3/relations/" + relation.id();
        var document =
                RELATION.document(relation).link("self", Link.to(self, relation.type().title()));
        boolean mayManage =
                rights.may(Permission.MANAGE_WORK_PACKAGE_RELATIONS, relation.from().projectId())
                        || rights.may(
                                Permission.MANAGE_WORK_PACKAGE_RELATIONS,
                                relation.to().projectId());
        if (mayManage) {
            document.link("updateImmediately", Link.action(self, "patch"))
                    .link("delete", Link.action(self, "delete"));
        }
        return document;
    }

    /** Those of a work package of which both ends may be seen. */
    public static Document of(long workPackageId, List<Relation> relations, Rights rights) {
        return Listing.whole(
                "/api/v3/work_packages/" + workPackageId + "/relations",
                relations.stream()
                        .filter(relation ->
                                sees(relation.from(), rights) && sees(relation.to(), rights))
                        .map(relation -> of(relation, rights))
                        .toList());
    }

    /** What a relation is made of. */
    static Document schema(String self) {
        return RELATION.schema(self, null);
    }

    /** The projects on which it depends what is shown of these. */
    public static Set<Long> projects(List<Relation> relations) {
        var projects = new HashSet<Long>();
        for (Relation relation : relations) {
            projects.add(relation.from().projectId());
            projects.add(relation.to().projectId());
        }
        return projects;
    }

    private static boolean sees(Relation.End end, Rights rights) {
        return rights.may(Permission.VIEW_WORK_PACKAGES, end.projectId());
    }

    private static String involved(Terms terms) {
        var from = Filters.reference("r.from_id").sql(terms);
        var to = Filters.reference("r.to_id").sql(terms);
        var joined = terms.operator().equals("!") ? " and " : " or ";
        return "(" + from + joined + to + ")";
    }

    private static String type(Terms terms) {
        var words =
                terms.values().stream()
                        .map(word ->
                                RelationType.said(word).orElseThrow(terms::invalid).type().word())
                        .toList();
        if (words.isEmpty()) {
            throw terms.invalid();
        }
        return switch (terms.operator()) {
            case "=" -> "r.type in (" + terms.bind(words) + ")";
            case "!" -> "r.type not in (" + terms.bind(words) + ")";
            default -> throw terms.unknownOperator();
        };
    }
}
