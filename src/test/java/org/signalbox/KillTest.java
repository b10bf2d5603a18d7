package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.ServerProcess;
import org.signalbox.testing.TestDatabases;

/** A change that was answered survives the death of the process, and so does its delivery. */
@Tag("faults")
class KillTest {

    @Test
    void an_hour_answered_with_201_is_delivered_after_a_sigkill() throws Exception {
        String dataDir = TestDatabases.newDir().toString();
        try (var receiver = ScriptedReceiver.start();
                var client = HttpClient.newHttpClient()) {
            receiver.on("/hooks", Reply.hang());
            long entry;
            try (var first = launch(dataDir)) {
                URI server = first.awaitReady();
                long project = post(client, server, "projects", "{\"name\":\"Orchard\"}");
                post(
                        client,
                        server,
                        "webhooks",
                        """
                        {"name":"Billing","url":"%s","events":["time_entry:created"],"secret":"s3cret"}
                        """
                                .formatted(receiver.url("/hooks")));
                entry =
                        post(
                                client,
                                server,
                                "time_entries",
                                """
                                {"hours":"PT1H","spentOn":"2026-11-20",
                                 "_links":{"project":{"href":"/api/v3/projects/%d"}}}
                                """
                                        .formatted(project));
                first.kill();
            }
            receiver.on("/hooks", Reply.answer(200));
            try (var second = launch(dataDir)) {
                second.awaitReady();
                Received delivered =
                        receiver.await("/hooks", receiver.requests().size() + 1).getLast();

                assertThat(delivered.text())
                        .startsWith("{\"action\":\"time_entry:created\"")
                        .contains("\"/api/v3/time_entries/" + entry + "\"");
                assertThat(receiver.requests())
                        .extracting(request -> request.header("webhook-id"))
                        .as("what was under way at the kill may come again, as the same event")
                        .containsOnly(delivered.header("webhook-id"));
            }
        }
    }

    private static ServerProcess launch(String dataDir) {
        return ServerProcess.launch(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--signalbox.data-dir=" + dataDir,
                "--signalbox.bootstrap.admin-token=" + RunningServer.ADMIN_TOKEN,
                "--signalbox.egress.allowed-networks=127.0.0.0/8",
                "--signalbox.delivery.retry-schedule=100ms,200ms,300ms");
    }

    private static long post(HttpClient client, URI server, String resource, String body)
            throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(server.resolve("/api/v3/" + resource))
                                .header("Authorization", "Bearer " + RunningServer.ADMIN_TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Long.parseLong(answer.body().replaceFirst("(?s).*?\"id\":(\\d+).*", "$1"));
    }
}
