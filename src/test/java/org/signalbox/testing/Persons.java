package org.signalbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/** Adds people to a running server, each with a login of their own. */
public final class Persons {
    public static final String PASSWORD = "a long enough password";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Api admin;

    public Persons(RunningServer server) {
        this.admin = server.api();
    }

    /** Somebody who may use the API. */
    public record Person(long id, String login, Api api, String token) {}

    /** Adds an active user who is no administrator, with an API token. */
    public Person add() {
        return add(false);
    }

    public Person add(boolean administrator) {
        String login = "person" + COUNT.incrementAndGet();
        var created =
                admin.post(
                        "/api/v3/users",
                        """
                        {"login": "%1$s", "firstName": "Person", "lastName": "%1$s",
                         "email": "%1$s@example.org", "status": "active", "password": "%2$s",
                         "admin": %3$s}
                        """
                                .formatted(login, PASSWORD, administrator));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var token =
                admin.post(
                        "/api/v3/users/" + created.id() + "/api_tokens", "{\"name\": \"tests\"}");
        assertThat(token.status()).as(token.text()).isEqualTo(201);
        String secret = token.at("/token").asString();
        return new Person(created.id(), login, admin.as(secret), secret);
    }

    /** Makes somebody a member, e.g. with role 4. */
    public void join(Person person, long project, int role) {
        var joined =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"project": {"href": "/api/v3/projects/%d"},
                          "principal": {"href": "/api/v3/users/%d"},
                          "roles": [{"href": "/api/v3/roles/%d"}]}}
                        """
                                .formatted(project, person.id(), role));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
    }

    /** Adds a project. */
    public long project(boolean open) {
        String name = "Project " + COUNT.incrementAndGet();
        var created =
                admin.post(
                        "/api/v3/projects",
                        "{\"name\": \"%s\", \"public\": %s}".formatted(name, open));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    /**
     * Makes a project private, as others that share the server expect theirs to be the only ones.
     */
    public void close(long project) {
        var closed = admin.patch("/api/v3/projects/" + project, "{\"public\": false}");
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    }
}
