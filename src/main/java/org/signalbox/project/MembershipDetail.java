package org.signalbox.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Principal;
import org.signalbox.account.Role;

/** A membership with what its single representation embeds; what events about it hold. */
public record MembershipDetail(
        Membership membership, @Nullable Project project, Principal principal, List<Role> roles) {

    public MembershipDetail {
        roles = List.copyOf(roles);
    }
}
