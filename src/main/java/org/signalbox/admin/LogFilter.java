package org.signalbox.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.DeliveryQuery;
import org.signalbox.delivery.DeliveryQuery.Answers;
import org.signalbox.delivery.DeliveryState;
import org.signalbox.sender.Failure;
import org.signalbox.webhook.Format;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a webhook's deliveries is shown; what is empty does not restrict.
 *
 * @param event its name in the webhook's format
 * @param answer {@code 2xx} to {@code 5xx}, {@code none}, a status code, or why there was none
 * @param time {@code 24h}, {@code 7d}, {@code 30d}, or {@code span} from one moment to another
 * @param search a subject or a webhook-id
 */
record LogFilter(
        long webhookId,
        String state,
        String event,
        String answer,
        String time,
        String from,
        String until,
        String search,
        int skipped) {
    static final int ROWS = 20;
    static final String SPAN = "span";
    static final String NO_ANSWER = "none";
    static final List<String> TIMES = List.of("", "24h", "7d", "30d", SPAN);
    static final List<String> ANSWERS = List.of("2xx", "3xx", "4xx", "5xx", NO_ANSWER);

    /** The words of the column. */
    static final List<String> FAILURES =
            Stream.of(Failure.values())
                    .filter(failure -> failure != Failure.STOPPED)
                    .map(Failure::word)
                    .toList();

    static LogFilter all(long webhookId) {
        return new LogFilter(webhookId, "", "", "", "", "", "", "", 0);
    }

    /** What the address of the page says. */
    static LogFilter of(long webhookId, Map<String, String> parameters) {
        String skip = parameters.getOrDefault("skip", "");
        return new LogFilter(
                webhookId,
                parameters.getOrDefault("state", ""),
                parameters.getOrDefault("event", ""),
                parameters.getOrDefault("answer", "").strip().toLowerCase(Locale.ROOT),
                parameters.getOrDefault("time", ""),
                parameters.getOrDefault("from", ""),
                parameters.getOrDefault("until", ""),
                parameters.getOrDefault("search", "").strip(),
                skip.matches("\\d{1,6}") ? Integer.parseInt(skip) : 0);
    }

    /** One more than is shown, to know whether there is more. */
    DeliveryQuery query(Format format, Wording wording) {
        DeliveryQuery query =
                DeliveryQuery.latest(ROWS + 1).from(skipped).between(since(wording), end(wording));
        Optional<DeliveryState> wanted = DeliveryState.of(state);
        if (wanted.isPresent()) {
            query = query.in(wanted.get());
        }
        if (!event.isEmpty()) {
            query = query.of(Set.of(format.typeOf(event).orElse(event)));
        }
        Optional<Answers> answers = answers();
        if (answers.isPresent()) {
            query = query.answered(answers.get());
        }
        if (search.isEmpty()) {
            return query;
        }
        return search.startsWith("evt_")
                ? query.ofEvent(search)
                : query.about(new EventWords(wording).read(search));
    }

    private Optional<Answers> answers() {
        if (answer.equals(NO_ANSWER)) {
            return Optional.of(Answers.NONE);
        }
        if (answer.matches("[1-5]xx")) {
            int first = (answer.charAt(0) - '0') * 100;
            return Optional.of(new Answers(first, first + 99, null));
        }
        if (answer.matches("[1-9][0-9]{2}")) {
            int status = Integer.parseInt(answer);
            return Optional.of(new Answers(status, status, null));
        }
        return Stream.of(Failure.values())
                .filter(failure -> failure.word().equalsIgnoreCase(answer))
                .map(failure -> new Answers(0, 0, failure))
                .findFirst();
    }

    /** Whether the answer that was typed is none that there is; it restricts nothing then. */
    public boolean unknownAnswer() {
        return !answer.isEmpty() && answers().isEmpty();
    }

    private @Nullable Instant since(Wording wording) {
        return switch (time) {
            case "24h" -> wording.now().minus(Duration.ofDays(1));
            case "7d" -> wording.now().minus(Duration.ofDays(7));
            case "30d" -> wording.now().minus(Duration.ofDays(30));
            case SPAN -> wording.read(from).orElse(null);
            default -> null;
        };
    }

    private @Nullable Instant end(Wording wording) {
        return time.equals(SPAN) ? wording.read(until).orElse(null) : null;
    }

    /** Whether something may be hidden by it. */
    public boolean restricts() {
        return skipped > 0 || !all(webhookId).href("").equals(href(state));
    }

    /** The same with another state, from the first on. */
    String href(String otherState) {
        return uri(otherState).encode().build().toUriString();
    }

    String older() {
        return uri(state).queryParam("skip", skipped + ROWS).encode().build().toUriString();
    }

    private UriComponentsBuilder uri(String otherState) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(WebhooksPage.path(webhookId));
        add(uri, "state", otherState);
        add(uri, "event", event);
        add(uri, "answer", answer);
        add(uri, "time", time);
        if (time.equals(SPAN)) {
            add(uri, "from", from);
            add(uri, "until", until);
        }
        add(uri, "search", search);
        return uri;
    }

    private static void add(UriComponentsBuilder uri, String name, String value) {
        if (!value.isEmpty()) {
            uri.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
