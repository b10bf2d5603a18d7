package org.signalbox.project;

import java.util.List;
import java.util.Optional;
import org.signalbox.account.Role;
import org.signalbox.account.Roles;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Looks up what memberships refer to. */
@Component
final class MembershipDetails {
    private final ProjectStore projects;
    private final Users users;
    private final Roles roles;

    MembershipDetails(ProjectStore projects, Users users, Roles roles) {
        this.projects = projects;
        this.users = users;
        this.roles = roles;
    }

    Optional<User> user(View view, long id) {
        return users.find(view, id);
    }

    /** Those of these roles that there are. */
    List<Role> roles(View view, List<Reference> references) {
        return roles.all(view, references.stream().map(Reference::id).toList());
    }

    MembershipDetail of(View view, Membership membership) {
        Reference project = membership.project();
        return new MembershipDetail(
                membership,
                project == null ? null : projects.find(view, project.id()).orElseThrow(),
                user(view, membership.principal().id()).orElseThrow(),
                roles(view, membership.roles()));
    }
}
