package org.signalbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every endpoint below {@code /awork} and {@code /rm} as an administrator, a member and a
 * reader of a private project, a stranger and nobody, and holds what each gets against a table.
 */
@Tag("api")
class DoorsWalkTest {
    private static final List<WalkLine> TABLE = WalkLine.all("doors-walk.txt");
    private static final String RM = "/rm/api/v1/";

    private static RunningServer server;
    private static ScriptedReceiver receiver;
    private static Map<String, Api> visitors;

    /** What stands in the project and around it, by the names of the table. */
    private static final Map<String, String> THINGS = new HashMap<>();

    @BeforeAll
    static void build_the_world() {
        server = RunningServer.start(Map.of());
        receiver = ScriptedReceiver.start();
        var persons = new Persons(server);
        var member = persons.add();
        var reader = persons.add();
        long project = persons.project(false);
        persons.join(member, project, 4);
        persons.join(reader, project, 5);
        THINGS.put("projects", String.valueOf(project));
        THINGS.put("users", String.valueOf(member.id()));
        THINGS.put("receiver", receiver.url("/walk").toString());
        for (String step :
                List.of(
                        "POST /rm/api/v1/projects/<projects>/phases {\"phase_name\": \"<new>\"}",
                        "POST /rm/api/v1/projects/<projects>/assignments"
                                + " {\"user_id\": <users>, \"starts_at\": \"2026-03-04\","
                                + " \"ends_at\": \"2026-03-05\"}",
                        "POST /rm/api/v1/projects/<projects>/time_entries"
                                + " {\"user_id\": <users>, \"date\": \"2026-03-04\", \"hours\": 1}",
                        "POST /rm/api/v1/webhooks"
                                + " {\"url\": \"https://127.0.0.1:8443/in\","
                                + " \"event_type\": \"user.created\"}",
                        "POST /awork/api/v1/webhooks"
                                + " {\"name\": \"<new>\", \"uri\": \"<receiver>\","
                                + " \"events\": \"task_added\", \"isActive\": true,"
                                + " \"authenticationType\": \"none\"}")) {
            create(WalkStep.of(step), THINGS);
        }
        visitors = new LinkedHashMap<>();
        visitors.put("administrator", server.api());
        visitors.put("member", member.api());
        visitors.put("reader", reader.api());
        visitors.put("stranger", persons.add().api());
        visitors.put("anonymous", server.api().anonymous());
    }

    @AfterAll
    static void stop() {
        receiver.close();
        server.close();
    }

    private static void create(WalkStep step, Map<String, String> things) {
        var made =
                send(
                        server.api(),
                        "POST",
                        filled(step.path(), things),
                        filled(step.body(), things));
        assertThat(made.status()).as("%s: %s", step, made.text()).isEqualTo(200);
        String door = step.path().startsWith(RM) ? "" : "awork_";
        String kind = step.path().substring(step.path().lastIndexOf('/') + 1);
        things.put(door + kind, made.at("/id").asString());
    }

    private static Api.Answer send(Api visitor, String method, String path, String body) {
        return visitor.send(method, path, body, Map.of("Content-Type", "application/json"));
    }

    private static String filled(String template, Map<String, String> things) {
        String filled = template.replace("<new>", UUID.randomUUID().toString());
        for (var thing : things.entrySet()) {
            filled = filled.replace("<" + thing.getKey() + ">", thing.getValue());
        }
        return filled;
    }

    /** As the table writes them: what stands in braces is not told apart. */
    private static Stream<String> routes() {
        return handlers()
                .flatMap(handler -> handler.getHandlerMethods().keySet().stream())
                .flatMap(mapping ->
                        mapping.getMethodsCondition().getMethods().stream()
                                .flatMap(method ->
                                        mapping.getPatternValues().stream()
                                                .filter(path -> path.matches("/(awork|rm)/.*"))
                                                .flatMap(DoorsWalkTest::kinds)
                                                .map(path -> method + " " + path)))
                .map(DoorsWalkTest::plain);
    }

    private static Stream<RequestMappingHandlerMapping> handlers() {
        return requireNonNull(server.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast);
    }

    /** One path stands for assignments and for time entries. */
    private static Stream<String> kinds(String path) {
        return Stream.of("assignments", "time_entries")
                .map(kind -> path.replace("{kind:assignments|time_entries}", kind))
                .distinct();
    }

    private static String plain(String route) {
        return route.replaceAll("<[a-z_]+>|\\{[a-z_]+}", "*");
    }

    @Test
    void every_endpoint_has_a_line_and_every_line_an_endpoint() {
        var lines = new TreeSet<String>();
        for (WalkLine line : TABLE) {
            assertThat(lines.add(plain(line.route()))).as("twice: " + line.route()).isTrue();
        }
        assertThat(lines).containsExactlyInAnyOrderElementsOf(routes().toList());
    }

    @Test
    void everybody_gets_what_the_table_says() {
        var wrong = new ArrayList<String>();
        for (WalkLine line : TABLE) {
            var statuses = new ArrayList<Integer>();
            visitors.values().forEach(visitor -> statuses.add(visit(line, visitor, wrong)));
            if (!statuses.equals(line.statuses())) {
                wrong.add("%s  %s, not %s".formatted(line.route(), statuses, line.statuses()));
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(server.surprises()).isZero();
    }

    /** Goes where the line says; what was refused must have left no trace. */
    private static int visit(WalkLine line, Api visitor, List<String> wrong) {
        var here = new HashMap<>(THINGS);
        line.first().forEach(step -> create(step, here));
        String path = filled(line.path(), here);
        if (!line.writes()) {
            return visitor.get(path).status();
        }
        var events = RecordedEvents.from(server);
        String before = webhooks();
        int status = send(visitor, line.method(), path, filled(line.body(), here)).status();
        if (status >= 400 && !(events.types().isEmpty() && webhooks().equals(before))) {
            wrong.add("%s was refused and did something".formatted(line.route()));
        }
        return status;
    }

    /** They make no events. */
    private static String webhooks() {
        return server.api().get(RM + "webhooks?per_page=1000").text()
                + server.api().get("/awork/api/v1/webhooks").text();
    }
}
