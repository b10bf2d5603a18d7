package org.signalbox.category;

import static org.signalbox.category.CategoryHal.CATEGORY;
import static org.signalbox.category.CategoryHal.DEFAULT_ASSIGNEE;
import static org.signalbox.category.CategoryHal.NAME;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Permission;
import org.signalbox.account.Principal;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.account.Users;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with categories. Who may see the work packages of a project sees them. */
@Component
@Order(3)
public final class Categories implements HeldByProject, Belongings {

    private final Database database;
    private final CategoryStore store;
    private final Projects projects;
    private final Users users;
    private final Access access;
    private final InstantSource time;

    Categories(
            Database database,
            CategoryStore store,
            Projects projects,
            Users users,
            Access access,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.projects = projects;
        this.users = users;
        this.access = access;
        this.time = time;
    }

    /** The category with this id, whoever asks. */
    public Optional<Category> find(View view, long id) {
        return store.find(view, id);
    }

    /** Those of these categories that there are, by id, whoever asks. */
    public List<Category> all(View view, Collection<Long> ids) {
        return store.all(view, ids);
    }

    /** The category of this project that is called so. */
    public Optional<Category> named(View view, long projectId, String name) {
        return store.named(view, projectId, name);
    }

    public Seen<Category> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, visible(view, actor, id)));
    }

    /** All of one project. */
    public Seen<List<Category>> of(Actor actor, String projectKey) {
        return database.read(view -> {
            var project = projects.visible(view, actor, projectKey);
            access.require(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
            return of(view, actor, project.id());
        });
    }

    /** The same for who may work in the project. */
    public Seen<List<Category>> of(View view, Actor actor, long projectId) {
        var categories = store.of(view, projectId);
        return new Seen<>(categories, rights(view, actor, categories));
    }

    public Seen<Category> create(Actor actor, String projectKey, ObjectNode body) {
        var input = CATEGORY.creation(body);
        return database.write(tx -> {
            var project = projects.visible(tx, actor, projectKey);
            access.require(tx, actor, Permission.MANAGE_CATEGORIES, project.id());
            long id = store.insert(tx, written(tx, project.reference(), input, null));
            return seen(tx, actor, store.find(tx, id).orElseThrow());
        });
    }

    public Seen<Category> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = visible(tx, actor, id);
            access.require(tx, actor, Permission.MANAGE_CATEGORIES, before.project().id());
            var input = CATEGORY.change(body, before);
            store.update(tx, written(tx, before.project(), input, before));
            return seen(tx, actor, store.find(tx, id).orElseThrow());
        });
    }

    /** Deletes a category that is not used. */
    public void delete(Actor actor, long id) {
        database.run(tx -> {
            var category = visible(tx, actor, id);
            access.require(tx, actor, Permission.MANAGE_CATEGORIES, category.project().id());
            if (store.isUsed(tx, id)) {
                throw new Refusal.Invalid(
                        "base", "The category cannot be deleted while it has work packages.");
            }
            store.delete(tx, id);
        });
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        store.deleteIn(tx, projectIds);
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        store.forgetAssignee(tx, principal.id());
    }

    private Category visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(category ->
                        access.may(
                                view,
                                actor,
                                Permission.VIEW_WORK_PACKAGES,
                                category.project().id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    private Category written(View view, Reference project, Input input, @Nullable Category before) {
        input.check();
        var name = input.or(NAME, before == null ? "" : before.name()).strip();
        var taken = store.named(view, project.id(), name);
        if (taken.isPresent() && (before == null || taken.get().id() != before.id())) {
            input.problems().add(NAME, "has already been taken");
        }
        var assignee = assignee(view, project, input, before);
        input.check();
        var now = time.instant();
        return new Category(
                before == null ? 0 : before.id(),
                project,
                name,
                assignee,
                before == null ? now : before.createdAt(),
                now);
    }

    /** Somebody who can be given work in the project; who is it already may stay. */
    private @Nullable Reference assignee(
            View view, Reference project, Input input, @Nullable Category before) {
        var kept = before == null ? null : before.defaultAssignee();
        var wanted = input.get(DEFAULT_ASSIGNEE, kept);
        if (wanted == null || (kept != null && kept.id() == wanted.id())) {
            return wanted;
        }
        boolean fits =
                users.find(view, wanted.id())
                        .filter(user ->
                                access.may(
                                        view,
                                        new Actor(user),
                                        Permission.WORK_PACKAGE_ASSIGNED,
                                        project.id()))
                        .isPresent();
        if (!fits) {
            input.problems().add(DEFAULT_ASSIGNEE, "is invalid");
        }
        return wanted;
    }

    private Seen<Category> seen(View view, Actor actor, Category category) {
        return new Seen<>(category, rights(view, actor, List.of(category)));
    }

    private Rights rights(View view, Actor actor, List<Category> categories) {
        var projectIds = new HashSet<Long>();
        var people = new HashSet<Long>();
        for (Category category : categories) {
            projectIds.add(category.project().id());
            var assignee = category.defaultAssignee();
            if (assignee != null) {
                people.add(assignee.id());
            }
        }
        return access.rights(view, actor, projectIds, people);
    }
}
