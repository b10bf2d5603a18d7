package org.signalbox.journal;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class ActivityResource implements Described {

    private static final String WORK_PACKAGES = "/api/v3/work_packages/";

    private final Activities activities;
    private final EmojiReactions reactions;

    ActivityResource(Activities activities, EmojiReactions reactions) {
        this.activities = activities;
        this.reactions = reactions;
    }

    @Override
    public List<Shape> shapes() {
        return ActivityHal.shapes();
    }

    @Endpoint(
            value = "List the activities of a work package, oldest first",
            answer = "Activity",
            of = Endpoint.Of.ALL)
    @GetMapping("/work_packages/{id}/activities")
    ResponseEntity<ObjectNode> list(Actor actor, @PathVariable long id) {
        var seen = activities.list(actor, id);
        return Answers.ok(
                Listing.whole(
                        WORK_PACKAGES + id + "/activities",
                        seen.what().stream()
                                .map(activity -> ActivityHal.of(activity, seen.rights()))
                                .toList()));
    }

    @Endpoint(value = "Comment on a work package", answer = "Activity", status = 201)
    @PostMapping("/work_packages/{id}/activities")
    ResponseEntity<ObjectNode> comment(
            Actor actor,
            @PathVariable long id,
            Body body,
            @RequestParam(defaultValue = "true") boolean notify) {
        var seen = activities.comment(actor.notifying(notify), id, body.json());
        return Answers.created(ActivityHal.of(seen.what().activity(), seen.rights()));
    }

    @Endpoint(value = "Read an activity", answer = "Activity")
    @GetMapping("/activities/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return single(activities.show(actor, id));
    }

    @Endpoint(value = "Change a comment", answer = "Activity")
    @PatchMapping("/activities/{id}")
    ResponseEntity<ObjectNode> change(
            Actor actor,
            @PathVariable long id,
            Body body,
            @RequestParam(defaultValue = "true") boolean notify) {
        return single(activities.change(actor.notifying(notify), id, body.json()));
    }

    @Endpoint(
            value = "List the reactions to a comment",
            answer = "EmojiReaction",
            of = Endpoint.Of.ALL)
    @GetMapping("/activities/{id}/emoji_reactions")
    ResponseEntity<ObjectNode> reactions(Actor actor, @PathVariable long id) {
        return reactions(ActivityHal.path(id) + "/emoji_reactions", reactions.of(actor, id));
    }

    @Endpoint(value = "Add or take back a reaction", answer = "EmojiReaction", of = Endpoint.Of.ALL)
    @PatchMapping("/activities/{id}/emoji_reactions")
    ResponseEntity<ObjectNode> react(Actor actor, @PathVariable long id, Body body) {
        return reactions(
                ActivityHal.path(id) + "/emoji_reactions",
                reactions.toggle(actor, id, body.json()));
    }

    @Endpoint(
            value = "List the reactions to all comments on a work package",
            answer = "EmojiReaction",
            of = Endpoint.Of.ALL)
    @GetMapping("/work_packages/{id}/activities_emoji_reactions")
    ResponseEntity<ObjectNode> allReactions(Actor actor, @PathVariable long id) {
        return reactions(
                WORK_PACKAGES + id + "/activities_emoji_reactions",
                reactions.ofWorkPackage(actor, id));
    }

    private static ResponseEntity<ObjectNode> single(Seen<ActivityDetail> seen) {
        return Answers.ok(ActivityHal.single(seen.what(), seen.rights()));
    }

    private static ResponseEntity<ObjectNode> reactions(
            String path, Seen<List<EmojiReaction>> seen) {
        return Answers.ok(EmojiReactionHal.list(path, seen.what(), seen.rights()));
    }
}
