package org.signalbox.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.hal.Selection;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The roles there are. They come with the installation and do not change. */
@Component
public final class Roles {
    /** What everybody may in a public project. */
    public static final long NON_MEMBER = 1;

    public static final long PROJECT_ADMIN = 3;
    public static final long MEMBER = 4;
    public static final long READER = 5;

    private final RoleStore store;

    Roles(RoleStore store) {
        this.store = store;
    }

    List<Role> list(View view, Selection selection) {
        return store.list(view, selection);
    }

    /** Those of these roles that there are, in their order. */
    public List<Role> all(View view, Collection<Long> ids) {
        return store.all(view, ids);
    }

    /** Those that are given in projects, in their order. */
    public List<Role> ofProjects(View view) {
        return store.ofProjects(view);
    }

    public Optional<Role> find(View view, long id) {
        return store.find(view, id);
    }

    /** The words of what a role allows, in alphabetical order. */
    public List<String> permissions(View view, long id) {
        return store.permissions(view, id);
    }
}
