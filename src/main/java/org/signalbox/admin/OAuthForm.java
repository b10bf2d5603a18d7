package org.signalbox.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Years;
import org.signalbox.oauth.Application;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the fields of an application's form, as it was typed.
 *
 * @param seen when the application had been changed last, as it was when the form was opened
 */
record OAuthForm(
        String name,
        String redirectUris,
        boolean confidential,
        String user,
        boolean enabled,
        Instant seen) {

    static OAuthForm blank() {
        return new OAuthForm("", "", true, "", true, Instant.EPOCH);
    }

    static OAuthForm of(Application application) {
        Application.ActingUser user = application.user();
        return new OAuthForm(
                application.name(),
                String.join("\n", application.redirectUris()),
                application.confidential(),
                user == null ? "" : user.login(),
                application.enabled(),
                application.updatedAt());
    }

    static OAuthForm sent(MultiValueMap<String, String> parameters) {
        return new OAuthForm(
                field(parameters, "name").strip(),
                field(parameters, "redirect_uris"),
                !field(parameters, "kind").equals("public"),
                field(parameters, "user").strip(),
                field(parameters, "enabled").equals("1"),
                moment(field(parameters, "seen")));
    }

    /** The same by somebody who has seen what that moment's change made of it. */
    OAuthForm seen(Instant newer) {
        return new OAuthForm(name, redirectUris, confidential, user, enabled, newer);
    }

    /** What somebody else made of the application, beside what stands here. */
    Stale stale(Application application, Wording wording) {
        OAuthForm now = of(application);
        List<Stale.Difference> differences = new ArrayList<>();
        Stale.add(differences, wording.say("oauth.name"), name, now.name);
        Stale.add(differences, wording.say("oauth.redirect_uris"), redirectUris, now.redirectUris);
        Stale.add(
                differences,
                wording.say("oauth.kind"),
                kind(confidential, wording),
                kind(now.confidential, wording));
        Stale.add(differences, wording.say("oauth.user"), user, now.user);
        Stale.add(differences, wording.say("oauth.enabled"), enabled, now.enabled, wording);
        return new Stale(
                wording.say("oauth.stale", wording.minute(application.updatedAt())), differences);
    }

    private static String kind(boolean confidential, Wording wording) {
        return wording.say(confidential ? "oauth.confidential" : "oauth.public");
    }

    /** What is no moment is before everything. */
    private static Instant moment(String text) {
        try {
            return Years.checked(Instant.parse(text));
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    Application.Input input() {
        return new Application.Input(name, redirectUris, confidential, user, enabled);
    }

    /** What is said about the fields; a refusal that is about none is passed on. */
    Faults faults(Refusal refusal, Wording wording) {
        return Faults.of(
                refusal,
                List.of(
                        control("name", "oauth.name", wording),
                        control("redirectUris", "oauth.redirect_uris", wording),
                        control("user", "oauth.user", wording)),
                invalid ->
                        invalid.attribute().equals("name") && name.isEmpty()
                                ? wording.say("form.fault.name")
                                : wording.ruled(invalid.words()),
                wording);
    }

    private static Faults.Control control(String attribute, String label, Wording wording) {
        return new Faults.Control(attribute, wording.say(label), attribute);
    }

    private static String field(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? "" : values.getLast();
    }
}
