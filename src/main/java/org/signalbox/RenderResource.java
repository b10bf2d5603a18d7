package org.signalbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Formattable;
import org.signalbox.hal.RawBody;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows how a text will look before it is saved. */
@RestController
@RequestMapping("/api/v3/render")
final class RenderResource {

    private static final int BYTES_MAX = 1 << 20;
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");
    private static final Pattern CONTEXT =
            Pattern.compile("/api/v3/(work_packages|projects)/(\\d{1,18})");

    private final Database database;
    private final Projects projects;
    private final WorkPackages workPackages;

    RenderResource(Database database, Projects projects, WorkPackages workPackages) {
        this.database = database;
        this.projects = projects;
        this.workPackages = workPackages;
    }

    @Endpoint(value = "Preview Markdown", takes = "text/plain", gives = "text/html")
    @PostMapping("/markdown")
    ResponseEntity<byte[]> markdown(
            Actor actor,
            @RawBody(bytesMax = BYTES_MAX) byte[] text,
            @RequestParam(name = "context", required = false) @Nullable String context) {
        requireVisible(actor, context);
        return html(Formattable.markdown(new String(text, StandardCharsets.UTF_8)));
    }

    @Endpoint(value = "Preview plain text", takes = "text/plain", gives = "text/html")
    @PostMapping("/plain")
    ResponseEntity<byte[]> plain(@RawBody(bytesMax = BYTES_MAX) byte[] text) {
        return html(Formattable.plain(new String(text, StandardCharsets.UTF_8)));
    }

    /** A text is rendered for a place that one sees, or for none. */
    private void requireVisible(Actor actor, @Nullable String context) {
        if (context == null) {
            return;
        }
        var place = CONTEXT.matcher(context);
        if (!place.matches() || !sees(actor, place.group(1), Long.parseLong(place.group(2)))) {
            throw new Refusal.BadContext();
        }
    }

    private boolean sees(Actor actor, String collection, long id) {
        try {
            return database.read(view ->
                    collection.equals("projects")
                            ? projects.visible(view, actor, id).id() == id
                            : workPackages.visible(view, actor, id).id() == id);
        } catch (Refusal.NotFound _) {
            return false;
        }
    }

    private static ResponseEntity<byte[]> html(ObjectNode formattable) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(formattable.path("html").stringValue().getBytes(StandardCharsets.UTF_8));
    }
}
