package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.signalbox.testing.Api;

/**
 * What there is to walk through: one thing of each kind, known by the collection that it is in. It
 * fills the variables of paths, and {@code <names>} in bodies: {@code <projects>} is a link to the
 * project, {@code <new>} a word that was never used, {@code <day>} a day.
 */
final class WalkWorld {
    private static final String API = "/api/v3/";
    private static final String UPLOAD = "file ";
    private static final String FORM =
            """
            --part
            Content-Disposition: form-data; name="metadata"

            {metadata}
            --part
            Content-Disposition: form-data; name="file"; filename="walked.txt"
            Content-Type: text/plain

            Walked
            --part--
            """;
    private static final Pattern NAME = Pattern.compile("<([a-z_]+)>");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Api admin;
    private final Map<String, String> things;

    WalkWorld(Api admin) {
        this(admin, Map.of());
    }

    private WalkWorld(Api admin, Map<String, String> things) {
        this.admin = admin;
        this.things = new HashMap<>(things);
    }

    /** The same, where one can make things anew without others knowing. */
    WalkWorld copy() {
        return new WalkWorld(admin, things);
    }

    /** Gives a thing, or a word, a name. */
    WalkWorld name(String name, String thing) {
        things.put(name, thing);
        return this;
    }

    /** Creates something, which is known by its collection from now on. */
    String create(WalkStep step) {
        var created =
                send(admin, "POST", API.substring(0, 7) + path(step.path()), body(step.body()));
        assertThat(created.status()).as("%s: %s", step, created.text()).isIn(200, 201);
        String self = created.at("/_links/self/href").asString();
        var words = self.split("/", -1);
        things.put(words[words.length - 2], self);
        return self;
    }

    /** Sends JSON; {@code file} and JSON as an upload, and anything else as text. */
    static Api.Answer send(Api api, String method, String path, String body) {
        if (body.startsWith(UPLOAD)) {
            return api.send(
                    method,
                    path,
                    FORM.replace("{metadata}", body.substring(UPLOAD.length()))
                            .replace("\n", "\r\n"),
                    Map.of("Content-Type", "multipart/form-data; boundary=part"));
        }
        String type = body.isEmpty() || body.startsWith("{") ? "application/json" : "text/plain";
        return api.send(method, path, body, Map.of("Content-Type", type));
    }

    long id(String name) {
        return Long.parseLong(last(thing(name)));
    }

    /** The path with its variables filled in. */
    String path(String template) {
        var words = template.split("/", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("{")) {
                String name = things.containsKey(words[i]) ? words[i] : words[i - 1];
                words[i] = name.equals(words[i]) ? thing(name) : last(thing(name));
            }
        }
        return String.join("/", words);
    }

    String body(String template) {
        return NAME.matcher(template)
                .replaceAll(found ->
                        switch (found.group(1)) {
                            case "new" -> "New thing " + COUNT.incrementAndGet();
                            case "login" -> "walker" + COUNT.incrementAndGet();
                            case "day" ->
                                    LocalDate.EPOCH
                                            .plusYears(200)
                                            .plusDays(COUNT.incrementAndGet())
                                            .toString();
                            default -> word(thing(found.group(1)));
                        });
    }

    private String thing(String name) {
        var thing = things.get(name);
        if (thing == null) {
            throw new IllegalArgumentException("There is no %s in %s".formatted(name, things));
        }
        return thing;
    }

    private static String word(String thing) {
        return thing.startsWith(API) ? "{\"href\": \"%s\"}".formatted(thing) : thing;
    }

    private static String last(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
