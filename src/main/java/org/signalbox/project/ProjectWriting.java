package org.signalbox.project;

import static org.signalbox.project.ProjectHal.ACTIVE;
import static org.signalbox.project.ProjectHal.DESCRIPTION;
import static org.signalbox.project.ProjectHal.IDENTIFIER;
import static org.signalbox.project.ProjectHal.NAME;
import static org.signalbox.project.ProjectHal.PARENT;
import static org.signalbox.project.ProjectHal.PUBLIC;
import static org.signalbox.project.ProjectHal.STATUS;
import static org.signalbox.project.ProjectHal.STATUS_EXPLANATION;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Turns what a client wrote into a project, and says all that is wrong. Changes nothing. */
@Component
final class ProjectWriting {

    private final ProjectStore store;
    private final ProjectPlanning planning;
    private final Access access;
    private final InstantSource time;

    ProjectWriting(
            ProjectStore store, ProjectPlanning planning, Access access, InstantSource time) {
        this.store = store;
        this.planning = planning;
        this.access = access;
        this.time = time;
    }

    /**
     * The project that would be so after the write; what is wrong is added to the input.
     *
     * @param before null on creation
     * @throws Refusal.Forbidden if the actor may not put a project there
     */
    Project written(View view, Actor actor, Input input, @Nullable Project before) {
        var kept = before == null ? null : before.parent();
        var parent = input.has(PARENT) ? parent(view, actor, input, before) : kept;
        if (before == null) {
            requireToAdd(view, actor, input, parent);
        } else {
            checkActive(actor, input, before);
        }
        var now = time.instant();
        var name = input.or(NAME, before == null ? "" : before.name()).strip();
        return new Project(
                before == null ? 0 : before.id(),
                identifier(view, input, name, before),
                name,
                text(DESCRIPTION, input, before),
                input.or(PUBLIC, before != null && before.isPublic()),
                input.or(ACTIVE, before == null || before.active()),
                input.get(STATUS, before == null ? null : before.status()),
                text(STATUS_EXPLANATION, input, before),
                parent == null ? List.of() : List.of(parent),
                planning.client(view, actor, input, before == null ? null : before.client()),
                ProjectPlanning.written(input, before == null ? Planning.OPEN : before.planning()),
                before == null ? now : before.createdAt(),
                now);
    }

    private static String text(
            Attribute<Project, String> attribute, Input input, @Nullable Project before) {
        if (input.has(attribute) || before == null) {
            return input.or(attribute, "");
        }
        var kept = attribute.of(before);
        return kept == null ? "" : kept;
    }

    private static void checkActive(Actor actor, Input input, Project before) {
        boolean changes = input.or(ACTIVE, before.active()) != before.active();
        if (changes && !actor.isAdmin()) {
            input.problems()
                    .add(
                            new Refusal.Invalid(
                                    Refusal.Kind.READ_ONLY,
                                    ACTIVE.name(),
                                    "Only administrators can archive projects and bring them"
                                            + " back."));
        }
    }

    /** The parent that was asked for; the actor must see it and may not make the tree a ring. */
    private @Nullable Reference parent(
            View view, Actor actor, Input input, @Nullable Project project) {
        var wanted = input.get(PARENT);
        if (wanted == null) {
            return null;
        }
        var parent =
                access.sees(view, actor, wanted.id())
                        ? store.find(view, wanted.id()).filter(Project::active).orElse(null)
                        : null;
        boolean ring = project != null && store.subtree(view, project.id()).contains(wanted.id());
        if (parent == null || ring) {
            input.problems().add(PARENT, "is invalid");
            return null;
        }
        if (project == null || !Objects.equals(project.parent(), parent.reference())) {
            access.require(view, actor, Permission.ADD_SUBPROJECTS, parent.id());
        }
        return parent.reference();
    }

    /** Who may not add a project that stands under no other has to say under which it stands. */
    private void requireToAdd(View view, Actor actor, Input input, @Nullable Reference parent) {
        if (parent != null || access.mayGlobally(view, actor, Permission.ADD_PROJECT)) {
            return;
        }
        if (!access.maySomewhere(view, actor, Permission.ADD_SUBPROJECTS)) {
            throw new Refusal.Forbidden();
        }
        input.problems().add(PARENT, "can't be blank");
    }

    private String identifier(View view, Input input, String name, @Nullable Project before) {
        var kept = before == null ? null : before.identifier();
        var wanted = input.get(IDENTIFIER, kept);
        if (wanted == null) {
            return name.isBlank()
                    ? ""
                    : Identifiers.derived(name, word -> store.idOf(view, word).isEmpty());
        }
        if (!wanted.equals(kept)) {
            checkIdentifier(view, input, wanted);
        }
        return wanted;
    }

    private void checkIdentifier(View view, Input input, String identifier) {
        if (!Identifiers.isAllowed(identifier)) {
            input.problems()
                    .add(
                            IDENTIFIER,
                            "is invalid: only lower-case letters, digits, dashes and underscores,"
                                    + " and not only digits");
        } else if (store.idOf(view, identifier).isPresent()) {
            input.problems().add(IDENTIFIER, "has already been taken");
        }
    }
}
