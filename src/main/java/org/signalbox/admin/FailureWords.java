package org.signalbox.admin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why there was no answer, in the language of the page. What is kept of an attempt is English, with
 * names and times in it; a sentence that is not known here stays as it is.
 */
record FailureWords(Wording wording) {

    /** A sentence, and the key of its text, which takes its gaps. */
    private record Sentence(Pattern english, String key) {}

    private static final List<Sentence> SENTENCES =
            List.of(
                    sentence("No answer within (.+)", "late"),
                    sentence("No connection within (.+)", "unconnected"),
                    sentence("Signalbox was stopped before an answer came", "stopped"),
                    sentence("There is no way to (.+)", "unreachable"),
                    sentence("(.+) refused the connection on port (\\d+)", "refused"),
                    sentence("The name (.+) does not exist", "name"),
                    sentence("The name (.+) was not found within (.+)", "name_late"),
                    sentence("The answer is not valid HTTP", "malformed"),
                    sentence("The header of the answer is too long", "header"),
                    sentence("The receiver closed the connection too early", "early"),
                    sentence(
                            "The receiver closed the connection without a complete answer",
                            "closed"),
                    sentence("The TLS certificate is not one for (.+)", "tls_name"),
                    sentence("The TLS certificate expired on (.+)", "tls_expired_on"),
                    sentence("The TLS certificate expired", "tls_expired"),
                    sentence("The TLS certificate is not trusted here", "tls_trust"),
                    sentence("(.+) does not speak TLS on port (\\d+)", "tls_none"),
                    sentence("The TLS handshake failed: (.+)", "tls_failed"),
                    sentence("The address (.+) names a network zone\\.", "zone"),
                    sentence("(.+) is no host name\\. Write an IPv4 address .+", "number"),
                    sentence("(.+) is no IP address\\.", "literal"),
                    sentence(
                            "(.+) leads to (.+), which is in a private network .+\\((.+)\\)\\.",
                            "private_name"),
                    sentence("(.+) is in a private network, .+\\((.+)\\)\\.", "private"));

    private static Sentence sentence(String english, String key) {
        return new Sentence(Pattern.compile(english), "failure." + key);
    }

    String of(String error) {
        for (Sentence sentence : SENTENCES) {
            Matcher found = sentence.english().matcher(error);
            if (found.matches()) {
                Object[] gaps = new Object[found.groupCount()];
                for (int i = 0; i < gaps.length; i++) {
                    gaps[i] = found.group(i + 1);
                }
                return wording.say(sentence.key(), gaps);
            }
        }
        return error;
    }
}
