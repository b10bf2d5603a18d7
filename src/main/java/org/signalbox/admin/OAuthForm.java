package org.signalbox.admin;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Map;
import org.signalbox.hal.Refusal;
import org.signalbox.oauth.Application;
import org.springframework.util.MultiValueMap;

/** What stands in the fields of an application's form, as it was typed. */
record OAuthForm(
        String name, String redirectUris, boolean confidential, String user, boolean enabled) {

    private static final Map<String, String> LABELS =
            Map.of(
                    "name", "oauth.name",
                    "redirectUris", "oauth.redirect_uris",
                    "user", "oauth.user");
    private static final List<String> ORDER = List.of("name", "redirectUris", "user");

    static OAuthForm blank() {
        return new OAuthForm("", "", true, "", true);
    }

    static OAuthForm of(Application application) {
        Application.ActingUser user = application.user();
        return new OAuthForm(
                application.name(),
                String.join("\n", application.redirectUris()),
                application.confidential(),
                user == null ? "" : user.login(),
                application.enabled());
    }

    static OAuthForm sent(MultiValueMap<String, String> parameters) {
        return new OAuthForm(
                field(parameters, "name").strip(),
                field(parameters, "redirect_uris"),
                !field(parameters, "kind").equals("public"),
                field(parameters, "user").strip(),
                field(parameters, "enabled").equals("1"));
    }

    Application.Input input() {
        return new Application.Input(name, redirectUris, confidential, user, enabled);
    }

    /** What is said about the fields; a refusal that is about none is passed on. */
    Faults faults(Refusal refusal, Wording wording) {
        List<Faults.Fault> list =
                parts(refusal).stream()
                        .sorted(comparingInt(OAuthForm::place))
                        .map(invalid -> fault(invalid, wording))
                        .toList();
        return new Faults(list, wording.say("form.corrections", list.size()));
    }

    private Faults.Fault fault(Refusal.Invalid invalid, Wording wording) {
        String attribute = invalid.attribute();
        String label = LABELS.get(attribute);
        String text =
                attribute.equals("name") && name.isEmpty()
                        ? wording.say("form.fault.name")
                        : invalid.words();
        return new Faults.Fault(
                attribute, label == null ? null : wording.say(label), attribute, text);
    }

    private static List<Refusal.Invalid> parts(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid invalid -> List.of(invalid);
            case Refusal.Several several ->
                    several.parts().stream()
                            .filter(Refusal.Invalid.class::isInstance)
                            .map(Refusal.Invalid.class::cast)
                            .toList();
            default -> throw refusal;
        };
    }

    private static int place(Refusal.Invalid invalid) {
        int place = ORDER.indexOf(invalid.attribute());
        return place < 0 ? ORDER.size() : place;
    }

    private static String field(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? "" : values.getLast();
    }
}
