package org.signalbox.project;

import java.util.List;
import java.util.Optional;
import org.signalbox.account.Principal;
import org.signalbox.account.Principals;
import org.signalbox.account.Role;
import org.signalbox.account.Roles;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Looks up what memberships refer to. */
@Component
final class MembershipDetails {
    private final ProjectStore projects;
    private final Principals principals;
    private final Roles roles;

    MembershipDetails(ProjectStore projects, Principals principals, Roles roles) {
        this.projects = projects;
        this.principals = principals;
        this.roles = roles;
    }

    Optional<Principal> principal(View view, Reference reference) {
        return principals.find(view, reference);
    }

    /** How a project that there is is referred to. */
    Reference project(View view, long id) {
        return projects.find(view, id).map(Project::reference).orElseThrow();
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
                principal(view, membership.principal()).orElseThrow(),
                roles(view, membership.roles()));
    }
}
