package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.User;
import org.signalbox.account.UserStatus;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Looks;
import org.signalbox.admin.Wording;

/** The form of a person. */
final class PersonForm {
    private PersonForm() {}

    /**
     * The fields.
     *
     * @param person null for a new one
     */
    static List<Field> fields(@Nullable User person, Actor actor, Wording wording) {
        boolean byAdmin = actor.isAdmin();
        List<Field> fields = new ArrayList<>();
        if (byAdmin && person == null) {
            fields.add(
                    Field.of("status", Kind.WORD, wording.say("person.joins"))
                            .from(
                                    Stream.of(UserStatus.ACTIVE, UserStatus.INVITED)
                                            .map(UserStatus::word)
                                            .map(word ->
                                                    new Option(
                                                            word,
                                                            wording.say("person.joins." + word)))
                                            .toList())
                            .explained(wording.say("person.joins.hint")));
        }
        if (byAdmin) {
            fields.add(Field.of("login", Kind.LINE, wording.say("person.login")));
        }
        fields.add(Field.of("firstName", Kind.LINE, wording.say("person.first_name")));
        fields.add(Field.of("lastName", Kind.LINE, wording.say("person.last_name")));
        fields.add(Field.of("email", Kind.EMAIL, wording.say("person.email")));
        fields.add(
                Field.of("language", Kind.WORD, wording.say("shell.language"))
                        .from(
                                Looks.languages().stream()
                                        .map(one ->
                                                new Option(
                                                        one.getLanguage(),
                                                        one.getDisplayLanguage(one)))
                                        .toList()));
        if (byAdmin) {
            fields.add(
                    Field.of("admin", Kind.SWITCH, wording.say("person.admin"))
                            .explained(wording.say("person.admin.hint")));
        }
        boolean self = person != null && actor.is(person.id());
        if (byAdmin || self) {
            fields.add(
                    Field.of("password", Kind.PASSWORD, wording.say("person.password"))
                            .explained(
                                    wording.say(
                                            person == null
                                                    ? "person.password.hint"
                                                    : "person.password.keep")));
        }
        if (self) {
            fields.add(
                    Field.of(
                                    "currentPassword",
                                    Kind.PASSWORD,
                                    wording.say("person.current_password"))
                            .explained(wording.say("person.current_password.hint")));
        }
        if (person != null) {
            fields.add(Field.seen());
        }
        return fields;
    }

    static Sheet.Frame frame(@Nullable User person, Wording wording) {
        Crumb all = new Crumb(wording.say("people.title"), PeoplePage.PATH);
        if (person == null) {
            return new Sheet.Frame(
                    wording.say("person.new"),
                    List.of(all, new Crumb(wording.say("form.new.crumb"), null)),
                    PeoplePage.PATH,
                    false,
                    wording.say("form.create"),
                    PeoplePage.PATH,
                    wording.say("form.failed.create"));
        }
        return new Sheet.Frame(
                wording.say("person.edit", person.name()),
                List.of(all, new Crumb(wording.say("form.edit.crumb"), null)),
                PeoplePage.path(person.id()),
                true,
                wording.say("form.save"),
                PeoplePage.PATH,
                wording.say("form.failed.change"));
    }
}
