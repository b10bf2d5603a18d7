package org.signalbox.project;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * What events about a project tell besides.
 *
 * @param members who works in it, by when they joined
 * @param tasks how many work packages it has
 * @param tasksDone how many of them are closed
 * @param planned the work that is estimated of them
 * @param tracked the time that was spent in it
 */
public record ProjectFacts(
        List<Member> members, long tasks, long tasksDone, Duration planned, Duration tracked) {

    public ProjectFacts {
        members = List.copyOf(members);
    }

    /**
     * Somebody, or a group, in a project.
     *
     * @param id of the membership
     * @param user the id of who it is
     * @param firstName or the whole name of who has no second one
     * @param roles the most important one first
     */
    public record Member(
            long id,
            long user,
            String firstName,
            @Nullable String lastName,
            boolean locked,
            List<Reference> roles) {

        public Member {
            roles = List.copyOf(roles);
        }
    }
}
