package org.signalbox.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.signalbox.account.Actor;
import org.signalbox.account.ApiToken;
import org.signalbox.account.ApiTokens;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.sender.Secret;
import org.signalbox.store.Database;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the demo once the server answers. */
@Component
@ConditionalOnProperty(name = "demo")
final class Demo implements ApplicationListener<ApplicationReadyEvent>, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String WEBHOOK = "Demo receiver";

    private final Database database;
    private final Users users;
    private final ApiTokens tokens;
    private final InstantSource time;
    private final JsonMapper json;
    private final Terminal terminal;
    private final String secret;
    private final DemoReceiver receiver;

    @SuppressWarnings("SystemOut") // the terminal is what the demo is for
    Demo(
            Database database,
            Users users,
            ApiTokens tokens,
            InstantSource time,
            RandomGenerator random,
            JsonMapper json)
            throws IOException {
        this.database = database;
        this.users = users;
        this.tokens = tokens;
        this.time = time;
        this.json = json;
        this.terminal = new Terminal(System.out);
        byte[] key = new byte[32];
        random.nextBytes(key);
        this.secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        this.receiver = new DemoReceiver(new Secret(secret), terminal);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String port =
                ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        URI server = URI.create("http://localhost:" + port);
        Thread.ofVirtual().name("demo").start(() -> play(server));
    }

    private void play(URI server) {
        try {
            ApiToken.Issued token = tokenOf("admin");
            var admin = new DemoClient(json, server, token.secret());
            var work = new DemoWork(admin);
            LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
            work.prepare(today);
            String webhook = subscribe(admin);
            terminal.say("");
            terminal.say(
                    "Sample work is there: projects, people, hours. The webhook \""
                            + WEBHOOK
                            + "\"");
            terminal.say(
                    "sends signed events to " + receiver.url() + ", a receiver inside this demo.");
            terminal.say("In " + PAUSE.toSeconds() + " seconds Ana Lima logs an hour ...");
            Thread.sleep(PAUSE);
            ApiToken.Issued ana = tokenOf("ana");
            JsonNode entry = DemoWork.logHour(admin.as(ana.secret()), work.someTask(), today);
            terminal.say("");
            terminal.say("Ana Lima: POST /api/v3/time_entries -> time entry " + entry.get("id"));
            terminal.say("See the delivery: " + server + "/admin/settings/webhooks/" + webhook);
            forget(token);
            forget(ana);
        } catch (RuntimeException e) {
            terminal.say("The demo could not go on: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The receiver has a new port and a new secret at each start. */
    private String subscribe(DemoClient admin) {
        var webhook =
                Map.of(
                        "name",
                        WEBHOOK,
                        "description",
                        "The receiver inside ./run --demo",
                        "url",
                        receiver.url().toString(),
                        "format",
                        "openproject",
                        "events",
                        List.of(
                                "time_entry:created",
                                "time_entry:updated",
                                "work_package:created",
                                "work_package:updated"),
                        "enabled",
                        true,
                        "allProjects",
                        true,
                        "secret",
                        secret);
        for (JsonNode known : admin.get("/api/v3/webhooks").at("/_embedded/elements")) {
            if (WEBHOOK.equals(known.get("name").asString())) {
                String id = known.get("id").asString();
                admin.patch("/api/v3/webhooks/" + id, webhook);
                return id;
            }
        }
        return admin.post("/api/v3/webhooks", webhook).get("id").asString();
    }

    private ApiToken.Issued tokenOf(String login) {
        User user =
                database.<User>read(view ->
                        users.find(view, login)
                                .orElseThrow(() ->
                                        new IllegalStateException("there is no user " + login)));
        return tokens.create(Actor.system(), user.id(), "Demo", null);
    }

    private void forget(ApiToken.Issued issued) {
        tokens.revoke(Actor.system(), issued.token().userId(), issued.token().id());
    }

    @Override
    public void close() {
        receiver.close();
    }
}
