package org.signalbox.admin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule says when it refuses, and the text that says it in the viewer's language.
 *
 * @param words how it ends; groups in it are arguments of the text
 */
record Rule(Pattern words, String key) {
    private static final String LINE = "Line (\\d+): ";

    private static final List<Rule> ALL =
            List.of(
                    of("can't be blank", "fault.blank"),
                    of("need to be assigned", "fault.no_role"),
                    of("has already been taken", "fault.taken"),
                    of("is already assigned", "fault.member"),
                    of("is too long \\(maximum is (\\d+) characters\\)", "fault.too_long"),
                    of("is too short \\(minimum is (\\d+) characters\\)", "fault.too_short"),
                    of("is too long \\(maximum is (\\d+) bytes\\)", "fault.too_many_bytes"),
                    of("must be greater than (\\d+)", "fault.more_than"),
                    of("must be less than or equal to (\\d+)", "fault.at_most"),
                    of("must be between (\\d+) and (\\d+)", "fault.between"),
                    of("must be greater than or equal to the start date", "fault.order"),
                    of("is invalid: only lower-case letters.*", "fault.identifier"),
                    of("is invalid", "fault.invalid"),
                    of("is not set to one of the allowed values", "fault.invalid"),
                    of("is reserved", "fault.invalid"),
                    of("is out of range", "fault.range"),
                    of("At least one active administrator has to be left", "fault.last_admin"),
                    of("Current password is wrong", "fault.password"),
                    of("Only administrators can .*", "fault.administrators"),
                    of("Enter an address that starts with .*", "form.fault.url"),
                    of("An address has at most .* characters", "form.fault.url_long"),
                    of("An address holds no user and password\\..*", "form.fault.user"),
                    of("Port (\\d+) is not for HTTP", "form.fault.port"),
                    of("Another webhook is called (.*)", "form.fault.name_taken"),
                    of("Choose at least one event, or .*", "form.fault.no_event"),
                    of("Choose at least one project, or .*", "form.fault.no_project"),
                    of("A header name has at most (\\d+) characters", "fault.too_long"),
                    of("A header name holds letters, .*", "form.fault.header_name"),
                    of("The header (.*) is set by Signalbox", "form.fault.header_ours"),
                    of("A header value has at most (\\d+) characters", "fault.too_long"),
                    of("A header value holds printable ASCII only", "form.fault.header_ascii"),
                    of("A header value neither begins nor ends .*", "form.fault.header_space"),
                    of("must be a key of Ed25519: .*", "form.fault.key"),
                    of("Write at least one redirect URI, or .*", "oauth.fault.no_uri"),
                    of("At most (\\d+) redirect URIs are possible", "oauth.fault.too_many"),
                    of("A public application has no secret .*", "oauth.fault.public"),
                    of("There is no active user with this login", "oauth.fault.nobody"),
                    of(LINE + "(.*) is not absolute; .*", "oauth.fault.relative"),
                    of(LINE + "a fragment .*", "oauth.fault.fragment"),
                    of(LINE + "http is for this machine only; .*", "oauth.fault.http"),
                    of(LINE + "the scheme (.*) is not possible", "oauth.fault.scheme"),
                    of(LINE + "write a slash after (.*):", "oauth.fault.slash"),
                    of(LINE + "the host is missing", "oauth.fault.host"),
                    of(LINE + "a user name is not possible", "oauth.fault.user_name"),
                    of(LINE + "the address is too long", "oauth.fault.long"),
                    of(LINE + "(.*) is no address", "oauth.fault.address"));

    private static Rule of(String words, String key) {
        return new Rule(Pattern.compile(".*\\b" + words + "\\."), key);
    }

    /** The text for what a rule said; none where that is not known here. */
    static Optional<String> say(String said, Wording wording) {
        return ALL.stream().flatMap(rule -> rule.translated(said, wording).stream()).findFirst();
    }

    private Optional<String> translated(String said, Wording wording) {
        Matcher found = words.matcher(said);
        if (!found.matches()) {
            return Optional.empty();
        }
        Object[] arguments = new Object[found.groupCount()];
        for (int i = 0; i < arguments.length; i++) {
            String argument = found.group(i + 1);
            arguments[i] = argument.matches("\\d{1,18}") ? Long.valueOf(argument) : argument;
        }
        return Optional.of(wording.say(key, arguments));
    }
}
