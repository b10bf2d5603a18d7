package org.signalbox.journal;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Listing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class ActivityResource {

    private static final String WORK_PACKAGES = "/api/v3/work_packages/";

    private final Activities activities;
    private final EmojiReactions reactions;

    ActivityResource(Activities activities, EmojiReactions reactions) {
        this.activities = activities;
        this.reactions = reactions;
    }

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

    @PostMapping("/work_packages/{id}/activities")
    ResponseEntity<ObjectNode> comment(Actor actor, @PathVariable long id, Body body) {
        var seen = activities.comment(actor, id, body.json());
        return Answers.created(ActivityHal.single(seen.what(), seen.rights()));
    }

    @GetMapping("/activities/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return single(activities.show(actor, id));
    }

    @PatchMapping("/activities/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return single(activities.change(actor, id, body.json()));
    }

    @GetMapping("/activities/{id}/emoji_reactions")
    ResponseEntity<ObjectNode> reactions(Actor actor, @PathVariable long id) {
        return reactions(ActivityHal.path(id) + "/emoji_reactions", reactions.of(actor, id));
    }

    @PatchMapping("/activities/{id}/emoji_reactions")
    ResponseEntity<ObjectNode> react(Actor actor, @PathVariable long id, Body body) {
        return reactions(
                ActivityHal.path(id) + "/emoji_reactions",
                reactions.toggle(actor, id, body.json()));
    }

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
