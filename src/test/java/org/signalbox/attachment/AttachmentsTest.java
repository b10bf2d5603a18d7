package org.signalbox.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** Files over HTTP, in real multipart bodies. */
@Tag("api")
class AttachmentsTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";
    private static final String ATTACHMENTS = "/api/v3/attachments";
    private static final String TOKEN = RunningServer.ADMIN_TOKEN;
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private long project;
    private long work;

    @BeforeEach
    void add_a_work_package() {
        project = persons.project(false);
        work =
                admin.post(
                                "/api/v3/projects/" + project + "/work_packages",
                                "{\"subject\": \"Prune trees\"}")
                        .id();
    }

    @Test
    void a_file_is_attached_downloaded_and_deleted() {
        var events = RecordedEvents.from(server);
        var added = attach("{\"fileName\": \"a.txt\", \"description\": {\"raw\": \"A file\"}}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.at("/_type").asString()).isEqualTo("Attachment");
        assertThat(added.at("/fileName").asString()).isEqualTo("a.txt");
        assertThat(added.at("/fileSize").asInt()).isEqualTo(5);
        assertThat(added.at("/description/format").asString()).isEqualTo("plain");
        assertThat(added.at("/description/raw").asString()).isEqualTo("A file");
        assertThat(added.at("/status").asString()).isEqualTo("uploaded");
        assertThat(added.at("/contentType").asString()).isEqualTo("text/plain");
        assertThat(added.at("/digest/algorithm").asString()).isEqualTo("md5");
        assertThat(added.at("/digest/hash").asString())
                .isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(added.at("/_links/container/title").asString()).isEqualTo("Prune trees");
        assertThat(added.at("/_links/delete/method").asString()).isEqualTo("delete");
        assertThat(added.at("/_embedded/author/login").asString()).isEqualTo("admin");
        assertThat(added.at("/_embedded/container/id").asLong()).isEqualTo(work);
        var path = ATTACHMENTS + "/" + added.id();
        assertThat(added.header("Location")).isEqualTo(path);

        assertThat(events.types()).containsExactly("attachment.created");
        assertThat(events.lastEvent("attachment.created").projectId()).isEqualTo(project);
        var shown = admin.get(path);
        assertThat(shown.at("/_links/downloadLocation/href").asString())
                .isEqualTo(path + "/content");
        var workPackage = admin.get(WORK_PACKAGES + work);
        assertThat(workPackage.at("/_links/attachments/href").asString())
                .isEqualTo(WORK_PACKAGES + work + "/attachments");
        assertThat(workPackage.at("/_links/addAttachment/method").asString()).isEqualTo("post");
        assertThat(workPackage.at("/_links").has("prepareAttachment")).isFalse();
        assertThat(workPackage.at("/_embedded/attachments/total").asInt()).isEqualTo(1);
        assertThat(workPackage.at("/lockVersion").asInt()).isZero();
        assertThat(details(work)).contains("Attachments added: a.txt");

        var content = Form.get(server.url(path + "/content"), TOKEN);
        assertThat(content.text()).isEqualTo("hello");
        assertThat(content.header("Content-Type")).startsWith("text/plain");
        assertThat(content.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"a.txt\"; filename*=UTF-8''a.txt");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).contains("sandbox");

        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(Form.get(server.url(path + "/content"), TOKEN).status()).isEqualTo(404);
        assertThat(details(work)).contains("Attachments removed: a.txt");
    }

    @Test
    void the_parts_come_in_any_order_and_with_or_without_a_type() {
        var target = server.url(WORK_PACKAGES + work + "/attachments");
        var metadata =
                "{\"fileName\": \"a.txt\", \"description\": \"plain words\", \"fileSize\": 5}";
        for (Form form :
                List.of(
                        new Form().file(HELLO).metadata(metadata),
                        new Form().field("metadata", "", metadata).file(HELLO),
                        new Form().field("metadata", "text/plain", metadata).file(HELLO))) {
            var added = form.post(target, TOKEN);
            assertThat(added.status()).as(added.text()).isEqualTo(201);
            assertThat(added.at("/description/raw").asString()).isEqualTo("plain words");
            assertThat(added.at("/fileName").asString()).isEqualTo("a.txt");
        }
        var list = admin.get(WORK_PACKAGES + work + "/attachments");
        assertThat(list.at("/total").asInt()).isEqualTo(3);
        assertThat(list.body().has("pageSize")).isFalse();
        assertThat(list.at("/_embedded/elements/0").has("_embedded")).isFalse();
    }

    @Test
    void a_body_that_is_no_upload_is_refused() {
        var target = server.url(WORK_PACKAGES + work + "/attachments");
        var good = "{\"fileName\": \"a.txt\"}";
        for (Form form :
                List.of(
                        new Form(),
                        new Form().metadata(good),
                        new Form().file(HELLO),
                        new Form().metadata("{\"fileName\": ").file(HELLO),
                        new Form().metadata("[]").file(HELLO),
                        new Form().metadata("").file(HELLO),
                        new Form().metadata(good).metadata(good).file(HELLO),
                        new Form().metadata(good).file(HELLO).file(HELLO),
                        new Form().metadata(good).file(HELLO).field("more", "", "x"))) {
            var refused = form.post(target, TOKEN);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.at("/errorIdentifier").asString()).endsWith(":InvalidRequestBody");
        }
        var cut = new Form().metadata(good).file(HELLO).bytes();
        var broken = Form.post(target, TOKEN, Arrays.copyOf(cut, cut.length - 40));
        assertThat(broken.status()).as(broken.text()).isEqualTo(400);
        var json = admin.post(WORK_PACKAGES + work + "/attachments", "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.at("/message").asString()).contains("multipart/form-data");
        assertThat(admin.post(ATTACHMENTS, "{}").status()).isEqualTo(415);
        assertThat(admin.get(WORK_PACKAGES + work + "/attachments").at("/total").asInt()).isZero();
    }

    @Test
    void a_file_needs_a_name_and_keeps_no_path() {
        for (String metadata :
                List.of(
                        "{}",
                        "{\"fileName\": \"\"}",
                        "{\"fileName\": \"a/\"}",
                        "{\"fileName\": 5}")) {
            var refused = attach(metadata);
            assertThat(refused.status()).as(metadata).isEqualTo(422);
            assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("fileName");
        }
        var added = attach("{\"fileName\": \"../../etc/pass\\u0000wd\\n\"}");
        assertThat(added.at("/fileName").asString()).isEqualTo("passwd");
        var umlaut = attach("{\"fileName\": \"B\\u00e4ume \\\"1\\\".html\"}");
        var content = Form.get(server.url(ATTACHMENTS + "/" + umlaut.id() + "/content"), TOKEN);
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment;")
                .endsWith("filename*=UTF-8''B%C3%A4ume%20%221%22.html");
        assertThat(content.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void a_file_is_not_held_in_memory_to_compress_it() {
        var file = "[%s0]".formatted("0,".repeat(2000)).getBytes(StandardCharsets.UTF_8);
        var added =
                new Form()
                        .metadata("{\"fileName\": \"data.json\"}")
                        .file(file)
                        .post(server.url(WORK_PACKAGES + work + "/attachments"), TOKEN);
        var path = server.url(ATTACHMENTS + "/" + added.id() + "/content");
        var content = Form.get(path, TOKEN, "Accept-Encoding", "deflate");
        assertThat(content.header("Content-Encoding")).isEmpty();
        assertThat(content.response().body()).isEqualTo(file);
    }

    @Test
    void files_of_several_pieces_come_back_as_they_were() {
        var bytes = new byte[3 * Contents.PIECE_BYTES + 17];
        new Random(7).nextBytes(bytes);
        for (int size : new int[] {0, 1, Contents.PIECE_BYTES, bytes.length}) {
            var file = Arrays.copyOf(bytes, size);
            var added =
                    new Form()
                            .metadata("{\"fileName\": \"data.bin\"}")
                            .file(file)
                            .post(server.url(WORK_PACKAGES + work + "/attachments"), TOKEN);
            assertThat(added.at("/fileSize").asInt()).isEqualTo(size);
            var content = Form.get(server.url(ATTACHMENTS + "/" + added.id() + "/content"), TOKEN);
            assertThat(content.response().body()).isEqualTo(file);
        }
    }

    @Test
    void too_large_a_file_is_refused_so_that_the_client_can_read_it() {
        try (var small = RunningServer.start(Map.of("signalbox.attachment-max-size", "300KB"))) {
            var api = small.api();
            assertThat(api.get("/api/v3/configuration").at("/maximumAttachmentFileSize").asInt())
                    .isEqualTo(300 << 10);
            var target = small.url(ATTACHMENTS);
            var fits = new Form().metadata("{\"fileName\": \"a\"}").file(new byte[300 << 10]);
            assertThat(fits.post(target, TOKEN).status()).isEqualTo(201);
            for (int size : new int[] {(300 << 10) + 1, 20 << 20}) {
                var refused =
                        new Form()
                                .metadata("{\"fileName\": \"a\"}")
                                .file(new byte[size])
                                .post(target, TOKEN);
                assertThat(refused.status()).isEqualTo(413);
                assertThat(refused.at("/_type").asString()).isEqualTo("Error");
                assertThat(refused.at("/message").asString()).contains("307200 bytes");
            }
        }
    }

    @Test
    void an_attachment_without_a_container_is_its_authors_alone_until_it_is_claimed() {
        var events = RecordedEvents.from(server);
        var loose = upload(TOKEN, "later.txt");
        assertThat(loose.status()).as(loose.text()).isEqualTo(201);
        assertThat(loose.at("/_links/container/href").isNull()).isTrue();
        assertThat(events.lastEvent("attachment.created").projectId()).isNull();
        var other = persons.add(true);
        var path = ATTACHMENTS + "/" + loose.id();
        assertThat(other.api().get(path).status()).isEqualTo(404);
        assertThat(other.api().get(path + "/content").status()).isEqualTo(404);
        assertThat(other.api().delete(path).status()).isEqualTo(404);
        var foreign = other.api().patch(WORK_PACKAGES + work, chosen(0, loose.id()));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.at("/_embedded/details/attribute").asString()).isEqualTo("attachments");

        var claimed = admin.patch(WORK_PACKAGES + work, chosen(0, loose.id()));
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
        assertThat(claimed.at("/lockVersion").asInt()).isEqualTo(1);
        assertThat(claimed.at("/_embedded/attachments/_embedded/elements/0/id").asLong())
                .isEqualTo(loose.id());
        assertThat(other.api().get(path).status()).isEqualTo(200);
        assertThat(details(work)).contains("Attachments added: later.txt");
        var change = events.last("work_package.updated").at("/changes/attachments");
        assertThat(change.at("/to/0/title").asString()).isEqualTo("later.txt");
        assertThat(events.types())
                .containsSubsequence("attachment.created", "work_package.updated");
    }

    @Test
    void the_attachments_of_a_work_package_are_replaced_as_a_whole() {
        var first = upload(TOKEN, "first.txt");
        var second = upload(TOKEN, "second.txt");
        var created =
                admin.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        """
                        {"subject": "With files",
                         "_links": {"attachments": [{"href": "https://here%s/%d"}]}}
                        """
                                .formatted(ATTACHMENTS, first.id()));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_embedded/attachments/total").asInt()).isEqualTo(1);
        long id = created.id();
        assertThat(details(id)).contains("Attachments added: first.txt");

        var same = admin.patch(WORK_PACKAGES + id, created.text());
        assertThat(same.text()).isEqualTo(created.text());
        assertThat(
                        admin.patch(WORK_PACKAGES + id, chosen(0, first.id()))
                                .at("/lockVersion")
                                .asInt())
                .isZero();
        var taken = admin.patch(WORK_PACKAGES + work, chosen(0, first.id()));
        assertThat(taken.status()).isEqualTo(422);
        var replaced = admin.patch(WORK_PACKAGES + id, chosen(0, second.id()));
        assertThat(replaced.at("/_embedded/attachments/_embedded/elements/0/id").asLong())
                .isEqualTo(second.id());
        assertThat(admin.get(ATTACHMENTS + "/" + first.id()).status()).isEqualTo(404);
        assertThat(details(id))
                .contains("Attachments added: second.txt", "Attachments removed: first.txt");
        var nonsense =
                admin.patch(
                        WORK_PACKAGES + id,
                        "{\"lockVersion\": 1, \"_links\": {\"attachments\": [{\"href\": \"x\"}]}}");
        assertThat(nonsense.status()).isEqualTo(422);
    }

    @Test
    void who_may_what() {
        var member = member(4);
        var reader = member(5);
        var added = post(WORK_PACKAGES + work + "/attachments", member.token());
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        var path = ATTACHMENTS + "/" + added.id();
        assertThat(reader.api().get(path).status()).isEqualTo(200);
        assertThat(reader.api().get(path).at("/_links").has("delete")).isFalse();
        assertThat(reader.api().delete(path).status()).isEqualTo(403);
        assertThat(post(WORK_PACKAGES + work + "/attachments", reader.token()).status())
                .isEqualTo(403);
        assertThat(reader.api().get(WORK_PACKAGES + work).at("/_links").has("addAttachment"))
                .isFalse();
        var stranger = persons.add();
        assertThat(stranger.api().get(path).status()).isEqualTo(404);
        assertThat(stranger.api().get(path + "/content").status()).isEqualTo(404);
        assertThat(stranger.api().delete(path).status()).isEqualTo(404);
        assertThat(stranger.api().get(WORK_PACKAGES + work + "/attachments").status())
                .isEqualTo(404);
        assertThat(post(WORK_PACKAGES + work + "/attachments", stranger.token()).status())
                .isEqualTo(404);
        assertThat(post(ATTACHMENTS, stranger.token()).status()).isEqualTo(403);
        assertThat(member.api().delete(path).status()).isEqualTo(204);
    }

    @Test
    void files_of_comments_are_seen_with_the_comment() {
        var lead = member(3);
        var member = member(4);
        var said =
                lead.api()
                        .post(
                                WORK_PACKAGES + work + "/activities",
                                "{\"comment\": {\"raw\": \"See file\"}, \"internal\": true}");
        var events = RecordedEvents.from(server);
        var path = "/api/v3/activities/" + said.id();
        var added = post(path + "/attachments", lead.token());
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.at("/_links/container/href").asString()).isEqualTo(path);
        assertThat(added.at("/_embedded/container/_type").asString())
                .isEqualTo("Activity::Comment");
        assertThat(events.lastEvent("attachment.created").projectId()).isEqualTo(project);
        assertThat(lead.api().get(path).at("/_embedded/attachments/total").asInt()).isEqualTo(1);
        assertThat(lead.api().get(path + "/attachments").at("/total").asInt()).isEqualTo(1);
        assertThat(admin.get(WORK_PACKAGES + work + "/attachments").at("/total").asInt()).isZero();
        for (String hidden : List.of(path + "/attachments", ATTACHMENTS + "/" + added.id())) {
            assertThat(member.api().get(hidden).status()).as(hidden).isEqualTo(404);
        }
        assertThat(post(path + "/attachments", member.token()).status()).isEqualTo(404);
    }

    @Test
    void attachments_and_their_contents_go_with_what_they_are_attached_to() {
        var added = attach("{\"fileName\": \"a.txt\"}");
        var said =
                admin.post(WORK_PACKAGES + work + "/activities", "{\"comment\": {\"raw\": \"x\"}}");
        var onComment = post("/api/v3/activities/" + said.id() + "/attachments", TOKEN);
        assertThat(admin.delete(WORK_PACKAGES + work).status()).isEqualTo(204);
        assertThat(admin.get(ATTACHMENTS + "/" + added.id()).status()).isEqualTo(404);
        assertThat(admin.get(ATTACHMENTS + "/" + onComment.id()).status()).isEqualTo(404);

        add_a_work_package();
        var inProject = attach("{\"fileName\": \"a.txt\"}");
        assertThat(admin.delete("/api/v3/projects/" + project).status()).isEqualTo(204);
        assertThat(admin.get(ATTACHMENTS + "/" + inProject.id()).status()).isEqualTo(404);
    }

    private Form.Answer attach(String metadata) {
        return new Form()
                .metadata(metadata)
                .file(HELLO)
                .post(server.url(WORK_PACKAGES + work + "/attachments"), TOKEN);
    }

    private Form.Answer upload(String token, String fileName) {
        return new Form()
                .metadata("{\"fileName\": \"%s\"}".formatted(fileName))
                .file(HELLO)
                .post(server.url(ATTACHMENTS), token);
    }

    private Form.Answer post(String path, String token) {
        return new Form()
                .metadata("{\"fileName\": \"a.txt\"}")
                .file(HELLO)
                .post(server.url(path), token);
    }

    private Persons.Person member(int role) {
        var person = persons.add();
        persons.join(person, project, role);
        return person;
    }

    private static String chosen(int lockVersion, long attachment) {
        return """
        {"lockVersion": %d, "_links": {"attachments": [{"href": "%s/%d"}]}}
        """
                .formatted(lockVersion, ATTACHMENTS, attachment);
    }

    /** All that activities tell of a work package. */
    private List<String> details(long workPackage) {
        return admin.get(WORK_PACKAGES + workPackage + "/activities")
                .at("/_embedded/elements")
                .valueStream()
                .flatMap(activity -> activity.path("details").valueStream())
                .map((JsonNode detail) -> detail.path("raw").asString())
                .toList();
    }
}
