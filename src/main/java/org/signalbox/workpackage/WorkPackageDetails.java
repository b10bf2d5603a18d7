package org.signalbox.workpackage;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Principal;
import org.signalbox.account.Principals;
import org.signalbox.account.Seen;
import org.signalbox.account.User;
import org.signalbox.attachment.Attachment;
import org.signalbox.attachment.Attachments;
import org.signalbox.attachment.Container;
import org.signalbox.category.Categories;
import org.signalbox.category.Category;
import org.signalbox.category.CategoryHal;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Reference;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.relation.Relation;
import org.signalbox.relation.Relations;
import org.signalbox.store.View;
import org.signalbox.version.Version;
import org.signalbox.version.VersionHal;
import org.signalbox.version.Versions;
import org.springframework.stereotype.Component;

/** Gathers what the details of work packages embed, each thing once. */
@Component
final class WorkPackageDetails {

    private final WorkPackageStore store;
    private final VocabularyStore words;
    private final Projects projects;
    private final Principals principals;
    private final Versions versions;
    private final Categories categories;
    private final Relations relations;
    private final Attachments attachments;

    WorkPackageDetails(
            WorkPackageStore store,
            VocabularyStore words,
            Projects projects,
            Principals principals,
            Versions versions,
            Categories categories,
            Relations relations,
            Attachments attachments) {
        this.store = store;
        this.words = words;
        this.projects = projects;
        this.principals = principals;
        this.versions = versions;
        this.categories = categories;
        this.relations = relations;
        this.attachments = attachments;
    }

    Vocabulary vocabulary(View view) {
        return words.all(view);
    }

    /** What there is to choose from in the project with this id, 0 if that is open. */
    WorkPackageCircumstances circumstances(
            View view, Actor actor, @Nullable WorkPackage workPackage, long projectId) {
        long id = workPackage == null ? 0 : workPackage.id();
        var kept = workPackage == null ? null : workPackage.version();
        return projectId == 0
                ? new WorkPackageCircumstances(id, 0, vocabulary(view), null, null)
                : new WorkPackageCircumstances(
                        id,
                        projectId,
                        vocabulary(view),
                        versionsFor(versions.of(view, actor, projectId), kept),
                        categoriesFor(categories.of(view, actor, projectId)));
    }

    /** The open ones, and the one that it is in. */
    private static Choices versionsFor(Seen<List<Version>> seen, @Nullable Reference kept) {
        return Choices.of(
                seen.what().stream()
                        .filter(one -> one.isOpen() || (kept != null && kept.id() == one.id()))
                        .map(one -> VersionHal.of(one, seen.rights()))
                        .toList());
    }

    private static Choices categoriesFor(Seen<List<Category>> seen) {
        return Choices.of(
                seen.what().stream().map(one -> CategoryHal.of(one, seen.rights())).toList());
    }

    WorkPackageDetail of(View view, WorkPackage workPackage) {
        return of(view, List.of(workPackage)).getFirst();
    }

    /** The details of these work packages, in their order. */
    List<WorkPackageDetail> of(View view, List<WorkPackage> workPackages) {
        var vocabulary = vocabulary(view);
        var project =
                byId(
                        ids(workPackages, one -> Stream.of(one.project())),
                        ids -> projects.all(view, ids),
                        Project::id);
        var people =
                byId(
                        ids(
                                workPackages,
                                one -> Stream.of(one.author(), one.assignee(), one.responsible())),
                        ids -> principals.all(view, ids),
                        Principal::id);
        var parent =
                byId(
                        ids(workPackages, one -> Stream.ofNullable(one.parent())),
                        ids -> store.all(view, ids),
                        WorkPackage::id);
        Function<Long, @Nullable Version> version = once(id -> versions.find(view, id));
        Function<Long, @Nullable Category> category = once(id -> categories.find(view, id));
        var related = related(view, workPackages);
        var attached = attached(view, workPackages);
        return workPackages.stream()
                .map(one ->
                        new WorkPackageDetail(
                                one,
                                present(vocabulary.type(one.type().id())),
                                present(vocabulary.status(one.status().id())),
                                present(vocabulary.priority(one.priority().id())),
                                present(project.apply(one.project().id())),
                                person(referred(people, one.author())),
                                referred(people, one.assignee()),
                                referred(people, one.responsible()),
                                referred(parent, one.parent()),
                                referred(version, one.version()),
                                referred(category, one.category()),
                                related.getOrDefault(one.id(), List.of()),
                                attached.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** The relations of each work package. */
    private Map<Long, List<Relation>> related(View view, List<WorkPackage> workPackages) {
        var related = new HashMap<Long, List<Relation>>();
        var ids = workPackages.stream().map(WorkPackage::id).toList();
        for (Relation relation : relations.of(view, ids)) {
            related.computeIfAbsent(relation.from().id(), _ -> new ArrayList<>()).add(relation);
            related.computeIfAbsent(relation.to().id(), _ -> new ArrayList<>()).add(relation);
        }
        return related;
    }

    /** The attachments of each work package. */
    private Map<Long, List<Attachment>> attached(View view, List<WorkPackage> workPackages) {
        var attached = new HashMap<Long, List<Attachment>>();
        var ids = workPackages.stream().map(WorkPackage::id).toList();
        for (Attachment attachment : attachments.of(view, Container.Kind.WORK_PACKAGES, ids)) {
            var container = attachment.container();
            if (container != null) {
                attached.computeIfAbsent(container.id(), _ -> new ArrayList<>()).add(attachment);
            }
        }
        return attached;
    }

    /** The ids of what these work packages refer to so. */
    private static Set<Long> ids(
            List<WorkPackage> workPackages,
            Function<WorkPackage, Stream<@Nullable Reference>> references) {
        return workPackages.stream()
                .flatMap(references)
                .filter(Objects::nonNull)
                .map(Reference::id)
                .collect(toSet());
    }

    private static <T> Function<Long, @Nullable T> byId(
            Set<Long> ids, Function<Set<Long>, List<T>> find, Function<T, Long> id) {
        return find.apply(ids).stream().collect(toMap(id, Function.identity()))::get;
    }

    private static <T> Function<Long, @Nullable T> once(Function<Long, Optional<T>> find) {
        var found = new HashMap<Long, Optional<T>>();
        return id -> found.computeIfAbsent(id, find).orElse(null);
    }

    private static <T> @Nullable T referred(
            Function<Long, @Nullable T> find, @Nullable Reference reference) {
        return reference == null ? null : find.apply(reference.id());
    }

    private static @Nullable User person(@Nullable Principal principal) {
        return principal instanceof User user ? user : null;
    }

    /** What the tables' foreign keys promise. */
    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A work package refers to what is not there");
        }
        return value;
    }
}
