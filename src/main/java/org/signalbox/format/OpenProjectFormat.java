package org.signalbox.format;

import static org.signalbox.webhook.Aggregation.Role.BEGINS;
import static org.signalbox.webhook.Aggregation.Role.ENDS;
import static org.signalbox.webhook.Aggregation.Role.GOES_ON;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.account.UserHal;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.event.Subject;
import org.signalbox.sender.Header;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signatures;
import org.signalbox.webhook.Aggregation;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What receivers made for OpenProject get: the name of the event as {@code action}, and its subject
 * as API v3 represents it.
 */
@Component
@Order(1)
final class OpenProjectFormat implements Format {
    private static final String COMMENT = "work_package_comment:comment";
    private static final String INTERNAL_COMMENT = "work_package_comment:internal_comment";

    private static final List<EventName> EVENTS =
            List.of(
                    name(EventTypes.PROJECT_UPDATED, "Projects", "Updated"),
                    name(EventTypes.PROJECT_CREATED, "Projects", "Created"),
                    name(EventTypes.WORK_PACKAGE_UPDATED, "Work packages", "Updated"),
                    name(EventTypes.WORK_PACKAGE_CREATED, "Work packages", "Created"),
                    new EventName(
                            COMMENT,
                            EventTypes.WORK_PACKAGE_COMMENTED,
                            "Work package comments",
                            "Comment"),
                    new EventName(
                            INTERNAL_COMMENT,
                            EventTypes.WORK_PACKAGE_COMMENTED,
                            "Work package comments",
                            "Internal comment"),
                    name(EventTypes.TIME_ENTRY_CREATED, "Time entries", "Created"),
                    name(EventTypes.TIME_ENTRY_UPDATED, "Time entries", "Updated"),
                    name(EventTypes.ATTACHMENT_CREATED, "Attachments", "Created"));

    private static final ObjectWriter AS_OPENPROJECT_WRITES =
            JsonMapper.builder(JsonFactory.builder().characterEscapes(new HtmlEscapes()).build())
                    .build()
                    .writer();

    private final JsonMapper json;
    private final Subjects subjects;
    private final Samples samples;

    OpenProjectFormat(JsonMapper json) {
        this.json = json;
        this.subjects = new Subjects(json);
        this.samples = new Samples(json);
    }

    private static EventName name(String type, String group, String label) {
        return new EventName(nameOf(type), type, group, label);
    }

    private static String nameOf(String type) {
        return type.replace('.', ':');
    }

    @Override
    public String id() {
        return "openproject";
    }

    @Override
    public String title() {
        return "OpenProject";
    }

    @Override
    public List<EventName> events() {
        return EVENTS;
    }

    @Override
    public Optional<String> nameFor(Event event, Collection<String> subscribed) {
        String name =
                event.type().equals(EventTypes.WORK_PACKAGE_COMMENTED)
                        ? commentName(event)
                        : nameOf(event.type());
        return subscribed.contains(name) && knows(name) ? Optional.of(name) : Optional.empty();
    }

    @Override
    public boolean isChosenByData(String type) {
        return type.equals(EventTypes.WORK_PACKAGE_COMMENTED);
    }

    @Override
    public boolean aggregates() {
        return true;
    }

    /** Of work packages, as in OpenProject; a comment on one ends it. */
    @Override
    public Optional<Aggregation> aggregation(Event event) {
        String subject = event.subject().toString();
        return switch (event.type()) {
            case EventTypes.WORK_PACKAGE_CREATED -> Optional.of(new Aggregation(subject, BEGINS));
            case EventTypes.WORK_PACKAGE_UPDATED -> Optional.of(new Aggregation(subject, GOES_ON));
            case EventTypes.WORK_PACKAGE_COMMENTED ->
                    Optional.of(new Aggregation(commented(event).toString(), ENDS));
            default -> Optional.empty();
        };
    }

    private Subject commented(Event event) {
        return Subject.of(
                "work_package",
                json.readTree(event.data()).at("/subject/activity/workPackage/id").asLong(0));
    }

    private String commentName(Event event) {
        boolean internal =
                json.readTree(event.data()).at("/subject/activity/internal").asBoolean(false);
        return internal ? INTERNAL_COMMENT : COMMENT;
    }

    /** OpenProject tells the actor of work packages only. */
    @Override
    public byte[] body(Event event, String name) {
        Told told = Told.by(event, json, subjects);
        var body =
                json.createObjectNode()
                        .put("action", name)
                        .set(event.subject().kind(), told.subject());
        if (event.subject().kind().equals("work_package") && told.actor() != null) {
            body.set("actor", UserHal.document(told.actor(), Actor.system()).json());
        }
        return AS_OPENPROJECT_WRITES.writeValueAsBytes(body);
    }

    /**
     * The header has room for one signature: until the end of a rotation it is the one that
     * receivers know already.
     */
    @Override
    public List<Header> headers(byte[] body, List<Secret> secrets) {
        return secrets.isEmpty()
                ? List.of()
                : List.of(
                        new Header(
                                "X-OP-Signature", Signatures.openProject(body, secrets.getLast())));
    }

    @Override
    public Event sample(String name) {
        if (name.equals(INTERNAL_COMMENT)) {
            return samples.internalComment();
        }
        return typeOf(name)
                .map(samples::of)
                .orElseThrow(() -> new IllegalArgumentException("There is no event " + name));
    }
}
