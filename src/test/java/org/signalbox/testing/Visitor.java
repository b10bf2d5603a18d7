package org.signalbox.testing;

import static org.signalbox.testing.Encoded.encoded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, sends forms, follows no redirect by itself. */
public final class Visitor {
    private static final Pattern CSRF =
            Pattern.compile(
                    "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final RunningServer server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .build();

    public Visitor(RunningServer server) {
        this.server = server;
    }

    public Api.Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** Any request with a JSON body. */
    public Api.Answer send(String method, String path, String json, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build());
    }

    /** Sends a form as it stands. */
    public Api.Answer post(String path, Map<String, String> form, String... headers) {
        String body =
                form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** Opens the login form and sends it. */
    public Api.Answer signIn(String username, String password) {
        return post(
                "/login",
                Map.of("username", username, "password", password, "_csrf", csrf(get("/login"))));
    }

    /** The token in a page's first form. */
    public static String csrf(Api.Answer page) {
        var found = CSRF.matcher(page.text());
        if (!found.find()) {
            throw new IllegalArgumentException("no form in " + page.text());
        }
        String value = found.group(1);
        return value == null ? found.group(2) : value;
    }

    /** The session's cookie. */
    public HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(server.url(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Api.Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Api.Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
