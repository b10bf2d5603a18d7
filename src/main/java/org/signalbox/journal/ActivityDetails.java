package org.signalbox.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.attachment.Attachments;
import org.signalbox.attachment.Container;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Component;

/** Gathers what activities embed, and what who asks may see of all that. */
@Component
final class ActivityDetails {

    private final WorkPackages workPackages;
    private final EmojiReactionStore reactions;
    private final Attachments attachments;
    private final Access access;

    ActivityDetails(
            WorkPackages workPackages,
            EmojiReactionStore reactions,
            Attachments attachments,
            Access access) {
        this.workPackages = workPackages;
        this.reactions = reactions;
        this.attachments = attachments;
        this.access = access;
    }

    Seen<List<Activity>> seen(View view, Actor actor, List<Activity> activities) {
        var rights = rights(view, actor, activities, new HashSet<>());
        return new Seen<>(disclosed(view, actor, activities), rights);
    }

    Seen<ActivityDetail> seen(View view, Actor actor, Activity activity) {
        var ids = List.of(activity.id());
        var workPackage = workPackages.find(view, activity.workPackage().id()).orElseThrow();
        var detail =
                new ActivityDetail(
                        disclosed(view, actor, List.of(activity)).getFirst(),
                        workPackage,
                        attachments.of(view, Container.Kind.ACTIVITIES, ids),
                        reactions.of(view, ids));
        var people = new HashSet<Long>();
        add(people, workPackage.author());
        add(people, workPackage.assignee());
        add(people, workPackage.responsible());
        detail.attachments().forEach(attachment -> add(people, attachment.author()));
        detail.reactions()
                .forEach(reaction -> reaction.people().forEach(person -> add(people, person)));
        return new Seen<>(detail, rights(view, actor, List.of(activity), people));
    }

    /** These without the names of work that the actor may not see. */
    private List<Activity> disclosed(View view, Actor actor, List<Activity> activities) {
        var named =
                activities.stream()
                        .flatMap(one ->
                                ChangeWords.ids(one.changes(), ChangeWords.WORK_PACKAGES).stream())
                        .distinct()
                        .toList();
        var hidden = workPackages.hidden(view, actor, named);
        return hidden.isEmpty()
                ? activities
                : activities.stream()
                        .map(one -> one.with(ChangeWords.without(one.changes(), hidden)))
                        .toList();
    }

    private Rights rights(View view, Actor actor, List<Activity> activities, Set<Long> people) {
        var projectIds = new HashSet<Long>();
        for (Activity activity : activities) {
            projectIds.add(activity.projectId());
            people.add(activity.author().id());
            projectIds.addAll(ChangeWords.ids(activity.changes(), "projects"));
            for (String kind : ChangeWords.PEOPLE) {
                people.addAll(ChangeWords.ids(activity.changes(), kind));
            }
        }
        return access.rights(view, actor, projectIds, people);
    }

    private static void add(Set<Long> people, @Nullable Reference person) {
        if (person != null) {
            people.add(person.id());
        }
    }
}
