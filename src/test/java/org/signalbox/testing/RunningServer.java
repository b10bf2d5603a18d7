package org.signalbox.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.Signalbox;
import org.signalbox.loop.Surprises;
import org.signalbox.store.DatabaseSettings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The real server on a free port of 127.0.0.1, on an empty database of the kind that this run
 * tests. {@link #shared()} is one for all tests of the JVM: they name what they create so that they
 * do not meet. {@link #start} gives one of its own.
 */
public final class RunningServer implements AutoCloseable {
    public static final String ADMIN_TOKEN = "opapi-0123456789abcdef0123456789abcdef01234567";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    private static @Nullable RunningServer shared;

    private final Map<String, String> properties;
    private final Path dataDir;
    private final ConfigurableApplicationContext context;

    private RunningServer(Map<String, String> properties, Path dataDir) {
        this.properties = properties;
        this.dataDir = dataDir;
        this.context =
                new SpringApplicationBuilder(Signalbox.class)
                        .properties(new HashMap<>(properties))
                        .run(
                                properties.entrySet().stream()
                                        .map(entry ->
                                                "--" + entry.getKey() + "=" + entry.getValue())
                                        .toArray(String[]::new));
    }

    public static synchronized RunningServer shared() {
        if (shared == null) {
            var server = start(Map.of());
            AtExit.run(server::close);
            shared = server;
        }
        return shared;
    }

    /** Starts a server on an empty database with these properties besides the usual ones. */
    public static RunningServer start(Map<String, String> properties) {
        return start(properties, TestDatabases.newDir());
    }

    /** Like {@link #start(Map)} with a data directory chosen by the test. */
    public static RunningServer start(Map<String, String> properties, Path dataDir) {
        var all = new HashMap<String, String>();
        all.put("server.port", "0");
        all.put("server.address", "127.0.0.1");
        all.put("signalbox.data-dir", dataDir.toString());
        all.put("signalbox.bootstrap.admin-token", ADMIN_TOKEN);
        all.put("signalbox.bootstrap.admin-password", ADMIN_PASSWORD);
        all.put("signalbox.egress.allowed-networks", "127.0.0.0/8");
        if (TestDatabases.onPostgres()) {
            DatabaseSettings database = TestDatabases.newPostgres();
            all.put("signalbox.database.url", String.valueOf(database.url()));
            all.put("signalbox.database.username", String.valueOf(database.username()));
            all.put("signalbox.database.password", String.valueOf(database.password()));
        }
        all.putAll(properties);
        return new RunningServer(all, dataDir);
    }

    /** Stops this server and starts another on the same data. */
    public RunningServer restart() {
        close();
        return new RunningServer(properties, dataDir);
    }

    public Path dataDir() {
        return dataDir;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("The web server has not been started");
        }
        return server.getPort();
    }

    /** A client that asks as the first administrator. */
    public Api api() {
        return Api.at(url(""), ADMIN_TOKEN);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many things happened that cannot happen; tests assert that there were none. */
    public long surprises() {
        return bean(Surprises.class).count();
    }

    @Override
    public void close() {
        context.close();
    }
}
