package org.signalbox.oauth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalbox.account.Actor;
import org.signalbox.testing.Api;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** A registered application, and how it asks. */
final class Client {
    static final String BACK = "https://time.example.com/back";
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";

    private final RunningServer server;
    private final Api anybody;
    final long id;
    final String clientId;
    String secret;

    private Client(RunningServer server, long id, String clientId, String secret) {
        this.server = server;
        this.anybody = server.api().anonymous();
        this.id = id;
        this.clientId = clientId;
        this.secret = secret;
    }

    static Client confidential(RunningServer server) {
        return register(server, input(true, "", true));
    }

    static Client open(RunningServer server) {
        return register(server, input(false, "", true));
    }

    static Client actingFor(RunningServer server, String login) {
        return register(server, input(true, login, true));
    }

    static Client register(RunningServer server, Application.Input input) {
        Application.Saved saved = applications(server).create(Actor.system(), input);
        String secret = saved.secret();
        return new Client(
                server,
                saved.application().id(),
                saved.application().clientId(),
                secret == null ? "" : secret);
    }

    static Application.Input input(boolean confidential, String user, boolean enabled) {
        return new Application.Input(
                "Time tracker", BACK + "\nhttp://127.0.0.1/back", confidential, user, enabled);
    }

    private static Applications applications(RunningServer server) {
        return server.bean(Applications.class);
    }

    /** The same application, on a server that was started again. */
    Client at(RunningServer other) {
        return new Client(other, id, clientId, secret);
    }

    /** As an administrator does who has just looked at it. */
    Application.Saved change(Application.Input input) {
        Application seen = applications(server).show(Actor.system(), id);
        return applications(server).change(Actor.system(), id, seen.updatedAt(), input);
    }

    void disable() {
        change(input(!secret.isEmpty(), "", false));
    }

    /** The address to which the application sends people. */
    String authorize(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", clientId);
        all.put("redirect_uri", BACK);
        all.put("scope", "api_v3");
        all.put("state", "st&te 1");
        all.put("code_challenge", challenge());
        all.put("code_challenge_method", "S256");
        all.putAll(changes);
        all.values().removeIf(String::isEmpty);
        return "/oauth/authorize?" + form(all);
    }

    /** Lets somebody who is signed in say yes, and returns the code. */
    String code(Visitor visitor) {
        var asked = visitor.get(authorize(Map.of()));
        if (asked.header("Location").startsWith(BACK)) {
            return parameter(asked, "code");
        }
        var answered =
                visitor.post(
                        "/oauth/authorize",
                        Map.of(
                                "client_id",
                                clientId,
                                "state",
                                parameter(asked, "state"),
                                "scope",
                                "api_v3"));
        assertThat(answered.header("Location")).startsWith(BACK + "?");
        return parameter(answered, "code");
    }

    Api.Answer redeem(String code) {
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        VERIFIER));
    }

    Api.Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Api.Answer token(Map<String, String> parameters) {
        return post("/oauth/token", parameters);
    }

    /** With the secret in the body, or, for a public one, with the id alone. */
    Api.Answer post(String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", clientId);
        if (!secret.isEmpty()) {
            all.put("client_secret", secret);
        }
        return send(path, all, Map.of());
    }

    Api.Answer send(String path, Map<String, String> parameters, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return anybody.send("POST", path, form(parameters), all);
    }

    /** Calls the API with that token. */
    Api.Answer me(String token) {
        return anybody.as(token).get("/api/v3/users/me");
    }

    static String challenge() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of them, which must be there. */
    static String parameter(Api.Answer redirect, String name) {
        return requireNonNull(query(redirect).get(name), name);
    }

    /** The parameters of the address to which an answer leads. */
    static Map<String, String> query(Api.Answer redirect) {
        String query = URI.create(redirect.header("Location")).getRawQuery();
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }
}
