package org.signalbox.account;

import static org.signalbox.account.PreferenceHal.PREFERENCES;
import static org.signalbox.account.PreferenceHal.TIME_ZONE;

import java.time.ZoneId;
import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Input;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.store.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everybody's preferences, for themselves and administrators. The old address of one's own answers
 * as the new one does, and not with a redirect: hardly a client repeats a PATCH elsewhere.
 */
@RestController
@RequestMapping("/api/v3")
final class PreferenceResource implements Described {
    private final Database database;
    private final Users users;
    private final PreferenceStore store;

    PreferenceResource(Database database, Users users, PreferenceStore store) {
        this.database = database;
        this.users = users;
        this.store = store;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                PreferenceHal.PREFERENCES
                        .shape()
                        .links("self", "user", "updateImmediately")
                        .example(
                                PreferenceHal.document(
                                        Actor.system().user(), Preferences.STANDARD)),
                PreferenceHal.PREFERENCES.writeShape());
    }

    @Endpoint(value = "Read your preferences", answer = "UserPreferences")
    @GetMapping("/my_preferences")
    ResponseEntity<ObjectNode> showOwn(Actor actor) {
        return show(actor, "me");
    }

    @Endpoint(value = "Change your preferences", answer = "UserPreferences")
    @PatchMapping("/my_preferences")
    ResponseEntity<ObjectNode> changeOwn(Actor actor, Body body) {
        return change(actor, "me", body);
    }

    @Endpoint(value = "Read somebody's preferences", answer = "UserPreferences")
    @GetMapping("/users/{key}/preferences")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable String key) {
        User user = of(actor, key);
        Preferences preferences = database.read(view -> store.find(view, user.id()));
        return Answers.ok(PreferenceHal.document(user, preferences));
    }

    @Endpoint(value = "Change somebody's preferences", answer = "UserPreferences")
    @PatchMapping("/users/{key}/preferences")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable String key, Body body) {
        User user = of(actor, key);
        Preferences changed =
                database.write(tx -> {
                    Preferences before = store.find(tx, user.id());
                    Preferences after = written(PREFERENCES.change(body.json(), before), before);
                    if (!after.equals(before)) {
                        store.set(tx, user.id(), after);
                    }
                    return after;
                });
        return Answers.ok(PreferenceHal.document(user, changed));
    }

    private User of(Actor actor, String key) {
        User user = users.visible(actor, key);
        if (!actor.isAdmin() && !actor.is(user.id())) {
            throw new Refusal.Forbidden();
        }
        return user;
    }

    private static Preferences written(Input input, Preferences before) {
        String zone = input.or(TIME_ZONE, before.timeZone());
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            input.problems().add(TIME_ZONE, "is not set to one of the allowed values");
        }
        input.check();
        return new Preferences(
                zone,
                input.or(PreferenceHal.COMMENTS, before.commentSortDescending()),
                input.or(PreferenceHal.WARN, before.warnOnLeavingUnsaved()),
                input.or(PreferenceHal.POPUPS, before.autoHidePopups()),
                input.or(PreferenceHal.SHORTCUTS, before.disableKeyboardShortcuts()));
    }
}
