package org.signalbox.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.delivery.Recipient;
import org.signalbox.delivery.Recipients;
import org.signalbox.event.CustomTypes;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventPage;
import org.signalbox.event.EventQuery;
import org.signalbox.event.EventTypes;
import org.signalbox.event.Subject;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Lays out the event log. */
@Component
final class EventViews {
    private static final int ROWS = 50;
    private static final int PROJECTS_MAX = 50;
    private static final int PEOPLE_MAX = 500;
    private static final long NOBODY = -1;

    private final Database database;
    private final EventLog log;
    private final Projects projects;
    private final Users users;
    private final Recipients recipients;

    EventViews(
            Database database,
            EventLog log,
            Projects projects,
            Users users,
            Recipients recipients) {
        this.database = database;
        this.log = log;
        this.projects = projects;
        this.users = users;
        this.recipients = recipients;
    }

    /** What the events of a page refer to. */
    private record Names(Map<Long, String> projects, Map<Long, String> people) {
        /** One that was deleted is still called as it was when that happened to it. */
        String project(Event event, Wording wording) {
            String name = name(projects, projectOf(event));
            if (!name.equals(Wording.NOTHING) || !event.subject().kind().equals("project")) {
                return name;
            }
            String called = new EventWords(wording).name(event);
            return called.isEmpty() ? name : called;
        }

        /** The project with a way to it, while it is there. */
        Named project(Event event, String caption, Wording wording) {
            Long id = projectOf(event);
            return id != null && projects.containsKey(id)
                    ? Named.link(caption, project(event, wording), "/projects/" + id)
                    : new Named(caption, project(event, wording));
        }

        String person(Event event) {
            return name(people, event.actorId());
        }

        private static String name(Map<Long, String> names, @Nullable Long id) {
            return id == null ? Wording.NOTHING : names.getOrDefault(id, Wording.NOTHING);
        }
    }

    /** The one event that is meant by a number or a {@code webhook-id}, if it is there. */
    Optional<Long> meant(Actor actor, String searched) {
        actor.requireAdmin();
        return database.read(view -> log.named(view, searched).map(Event::sequence));
    }

    EventsView list(Actor actor, EventFilter filter, Wording wording) {
        actor.requireAdmin();
        record Look(EventPage page, Names names, List<Project> projects, List<User> people) {}
        Look look =
                database.read(view -> {
                    EventPage page = log.browse(view, query(view, filter, wording));
                    return new Look(
                            page,
                            names(view, page.events()),
                            projects.named(view, filter.project(), PROJECTS_MAX),
                            users.some(view, PEOPLE_MAX));
                });
        EventPage page = look.page();
        return new EventsView(
                filter,
                filter.restricts(),
                types(filter),
                look.projects().stream()
                        .map(one -> new EventsView.Choice(one.identifier(), one.name(), false))
                        .toList(),
                look.people().stream()
                        .map(one -> new EventsView.Choice(one.login(), one.name(), false))
                        .toList(),
                page.events().stream().map(event -> row(event, look.names(), wording)).toList(),
                nothing(filter, page, wording),
                wording.say(
                        page.events().size() == ROWS || !page.more()
                                ? "events.footnote"
                                : "events.footnote.more",
                        wording.count(EventLog.BROWSED_MAX)),
                page.more() ? filter.below(page.downTo()) : null);
    }

    private static String nothing(EventFilter filter, EventPage page, Wording wording) {
        if (page.more()) {
            return wording.say("events.none.more", wording.count(EventLog.BROWSED_MAX));
        }
        return wording.say(filter.restricts() ? "events.none" : "events.none.new");
    }

    private EventQuery query(View view, EventFilter filter, Wording wording) {
        long before = filter.before() == 0 ? Long.MAX_VALUE : filter.before();
        long end =
                wording.read(filter.until())
                        .map(until -> log.lastBefore(view, until) + 1)
                        .orElse(Long.MAX_VALUE);
        return new EventQuery(
                filter.type().isEmpty() ? null : filter.type(),
                filter.project().isEmpty() ? null : projectId(view, filter.project()),
                filter.person().isEmpty() ? null : personId(view, filter.person()),
                filter.subject().isEmpty() ? null : subject(filter.subject(), wording),
                wording.read(filter.since()).map(since -> log.lastBefore(view, since)).orElse(0L),
                Math.min(before, end),
                ROWS);
    }

    private long projectId(View view, String key) {
        try {
            return projects.visible(view, Actor.system(), key).id();
        } catch (Refusal.NotFound _) {
            return NOBODY;
        }
    }

    private long personId(View view, String login) {
        return users.find(view, login).map(User::id).orElse(NOBODY);
    }

    /** What is no subject is found nowhere. */
    private static Subject subject(String written, Wording wording) {
        return Subject.read(new EventWords(wording).read(written))
                .orElseGet(() -> new Subject(written, ""));
    }

    private static List<EventsView.Choice> types(EventFilter filter) {
        Set<String> known = new TreeSet<>(EventTypes.all());
        for (String type : EventTypes.all()) {
            known.add(type.substring(0, type.indexOf('.')) + ".*");
        }
        known.add(CustomTypes.ALL);
        if (!filter.type().isEmpty()) {
            known.add(filter.type());
        }
        List<EventsView.Choice> choices = new ArrayList<>();
        for (String type : known) {
            choices.add(new EventsView.Choice(type, type, type.equals(filter.type())));
        }
        return choices;
    }

    private Names names(View view, List<Event> events) {
        return new Names(
                projects.all(view, ids(events, EventViews::projectOf)).stream()
                        .collect(Collectors.toMap(Project::id, Project::name)),
                users.all(view, ids(events, Event::actorId)).stream()
                        .collect(Collectors.toMap(User::id, User::name)));
    }

    /** The project where it happened, or that it happened to. */
    private static @Nullable Long projectOf(Event event) {
        Subject subject = event.subject();
        return event.projectId() == null && subject.kind().equals("project")
                ? Long.valueOf(subject.id())
                : event.projectId();
    }

    private static Set<Long> ids(List<Event> events, Function<Event, @Nullable Long> reference) {
        Set<Long> ids = new HashSet<>();
        for (Event event : events) {
            Long id = reference.apply(event);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static EventsView.Row row(Event event, Names names, Wording wording) {
        return new EventsView.Row(
                event.sequence(),
                wording.count(event.sequence()),
                event.occurredAt().toString(),
                wording.moment(event.occurredAt()),
                event.type(),
                new EventWords(wording).subject(event),
                names.project(event, wording),
                names.person(event));
    }

    EventView show(Actor actor, long sequence, Wording wording) {
        actor.requireAdmin();
        record Look(Event event, Names names) {}
        Look look =
                database.read(view -> {
                    Event event = log.find(view, sequence).orElseThrow(Refusal.NotFound::new);
                    return new Look(event, names(view, List.of(event)));
                });
        Event event = look.event();
        List<Recipient> all = recipients.of(actor, event);
        return new EventView(
                wording.count(sequence),
                event.type(),
                new EventWords(wording).subject(event),
                facts(event, look.names(), wording),
                Code.of(event.data()),
                got(all, true, event, wording),
                got(all, false, event, wording));
    }

    private static List<EventView.Got> got(
            List<Recipient> all, boolean forIt, Event event, Wording wording) {
        VerdictWords words = new VerdictWords(wording);
        return all.stream()
                .filter(one -> one.verdict().isForIt() == forIt)
                .map(one ->
                        new EventView.Got(
                                one.webhook().name(),
                                words.badge(one.verdict()),
                                words.detail(one, event),
                                href(one, event)))
                .toList();
    }

    /** To the delivery, or to why there is none. */
    private static String href(Recipient recipient, Event event) {
        long id = recipient.webhook().id();
        return recipient.verdict().isForIt()
                ? DeliveryPage.path(id, Long.toString(event.sequence()))
                : ExplainPage.path(id, event.sequence());
    }

    private static List<Named> facts(Event event, Names names, Wording wording) {
        return List.of(
                new Named(wording.say("delivery.sequence"), wording.count(event.sequence())),
                new Named(wording.say("delivery.happened"), wording.exact(event.occurredAt())),
                new Named(wording.say("events.column.subject"), event.subject().toString(), "mono"),
                names.project(event, wording.say("events.column.project"), wording),
                new Named(wording.say("events.column.person"), names.person(event)),
                new Named(wording.say("delivery.webhook_id"), event.id(), "mono"));
    }
}
