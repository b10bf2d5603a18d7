package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The API beside the events: reading, listing and creating work packages in a large team. */
final class Work implements Row {
    private static final int CONNECTIONS = 4;
    private static final int STRIDE = 7_919;

    private static final String MINE =
            page(
                    "[{\"status\":{\"operator\":\"o\",\"values\":[]}},"
                            + "{\"assignee\":{\"operator\":\"=\",\"values\":[\"me\"]}}]",
                    "[[\"dueDate\",\"asc\"]]");
    private static final String NEWEST =
            page("[{\"status\":{\"operator\":\"o\",\"values\":[]}}]", "[[\"updatedAt\",\"desc\"]]");

    @Override
    public String name() {
        return "work";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        var team = Team.create(stage);
        int requests = stage.scaled(1_000, 200);
        for (int round = 0; round <= stage.rounds(); round++) {
            var into = round == 0 ? new Figures() : figures;
            round(stage, team, requests, into);
        }
    }

    private static void round(Stage stage, Team team, int requests, Figures figures)
            throws Exception {
        var server = stage.server();
        IntFunction<String> read = number -> "/api/v3/work_packages/" + which(team, number);
        figures.add("read p50 ms", timed(server, requests, path(server, read)), Goal.atMost(2));
        figures.add(
                "page a member sees p50 ms",
                timed(server, requests, path(server, number -> NEWEST, team.token())),
                Goal.atMost(20));
        figures.add(
                "page of mine p50 ms",
                timed(server, requests / 5, path(server, number -> MINE, team.token())),
                Goal.atMost(20));
        figures.add(
                "page of all p50 ms",
                timed(server, requests / 5, path(server, number -> NEWEST)),
                Goal.atMost(20));
        figures.add("create p50 ms", timed(server, requests, creation(server)), Goal.atMost(5));
        double reads = perSecond(stage, path(server, read));
        figures.add("reads/s", reads, Goal.atLeast(1_500));
        stage.progress("%,.0f reads a second".formatted(reads));
    }

    private static int which(Team team, int number) {
        return 1 + (int) ((long) number * STRIDE % team.workPackages());
    }

    private static IntFunction<byte[]> path(Server server, IntFunction<String> paths) {
        return number -> Request.get(server.host(), paths.apply(number)).getBytes(ISO_8859_1);
    }

    private static IntFunction<byte[]> path(
            Server server, IntFunction<String> paths, String token) {
        return number ->
                Request.get(server.host(), paths.apply(number), token).getBytes(ISO_8859_1);
    }

    private static IntFunction<byte[]> creation(Server server) {
        return number ->
                Request.post(server.host(), "/api/v3/work_packages", oneMore(1 + number % 100))
                        .getBytes(ISO_8859_1);
    }

    private static String oneMore(int project) {
        return """
        {"subject": "One more", "_links": {"project": {"href": "/api/v3/projects/%d"}}}\
        """
                .formatted(project);
    }

    /** The median of so many requests, one after the other. */
    private static double timed(Server server, int count, IntFunction<byte[]> requests)
            throws IOException {
        var milliseconds = new double[count];
        try (var api = new Api(server)) {
            for (int number = 0; number < count; number++) {
                byte[] request = requests.apply(number);
                long start = System.nanoTime();
                api.send(request);
                milliseconds[number] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new Percentiles(milliseconds).at(0.5);
    }

    private static double perSecond(Stage stage, IntFunction<byte[]> requests) throws Exception {
        int each = stage.scaled(5_000, 1_000);
        var server = stage.server();
        long start = System.nanoTime();
        var parts = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int part = 0; part < CONNECTIONS; part++) {
                int from = part * each;
                parts.add(
                        threads.submit(() -> {
                            try (var api = new Api(server)) {
                                for (int i = 0; i < each; i++) {
                                    api.send(requests.apply(from + i));
                                }
                            }
                            return null;
                        }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        }
        return CONNECTIONS * (double) each / ((System.nanoTime() - start) / 1e9);
    }

    private static String page(String filters, String sortBy) {
        return "/api/v3/work_packages?pageSize=100&filters=%s&sortBy=%s"
                .formatted(encoded(filters), encoded(sortBy));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
