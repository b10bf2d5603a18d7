package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class AuthenticationTest {
    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();

    @Test
    void nobody_is_asked_to_authenticate() {
        var answer = api.anonymous().get("/api/v3/users/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(answer.header("Link")).contains("rel=\"service-desc\"");
        assertThat(answer.at("/errorIdentifier").asString())
                .isEqualTo("urn:openproject-org:api:v3:errors:Unauthenticated");
        assertThat(answer.at("/message").asString())
                .isEqualTo("You need to be authenticated to access this resource.");
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"OpenProject API\", resource_metadata=\"http")
                .endsWith("/.well-known/oauth-protected-resource\", scope=\"api_v3\"");
    }

    @Test
    void a_token_is_taken_as_bearer_and_as_basic() {
        assertThat(api.get("/api/v3/users/me").at("/login").asString()).isEqualTo("admin");
        assertThat(basic("apikey", RunningServer.ADMIN_TOKEN).at("/login").asString())
                .isEqualTo("admin");
    }

    @Test
    void a_wrong_token_is_refused_even_where_nobody_is_allowed() {
        var answer = api.as("opapi-wrong").get("/api/v3/users/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/message").asString())
                .isEqualTo("You did not provide the correct credentials.");
        assertThat(answer.header("WWW-Authenticate")).endsWith("error=\"invalid_token\"");
    }

    @Test
    void login_and_password_are_no_credentials_of_the_api() {
        var answer = basic("admin", RunningServer.ADMIN_PASSWORD);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"OpenProject API\"");
    }

    @Test
    void a_revoked_token_is_refused() {
        var person = new Persons(server).add();
        var tokens = "/api/v3/users/" + person.id() + "/api_tokens";
        long token = api.get(tokens).at("/_embedded/elements/0/id").asLong();
        assertThat(person.api().get("/api/v3/users/me").status()).isEqualTo(200);

        assertThat(api.delete(tokens + "/" + token).status()).isEqualTo(204);

        assertThat(person.api().get("/api/v3/users/me").status()).isEqualTo(401);
        assertThat(api.get(tokens).at("/total").asInt()).isZero();
    }

    @Test
    void the_token_of_a_locked_user_is_refused_until_the_lock_is_gone() {
        var person = new Persons(server).add();
        String lock = "/api/v3/users/" + person.id() + "/lock";
        assertThat(person.api().get("/api/v3/users/me").status()).isEqualTo(200);

        api.post(lock, "");

        var refused = person.api().get("/api/v3/users/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .endsWith("error_description=\"The user account is locked\"");
        api.delete(lock);
        assertThat(person.api().get("/api/v3/users/me").status()).isEqualTo(200);
    }

    private Api.Answer basic(String user, String password) {
        var pair =
                Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return api.anonymous()
                .send("GET", "/api/v3/users/me", null, Map.of("Authorization", "Basic " + pair));
    }
}
