package org.signalbox.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.signalbox.testing.RunningServer;

/** What belongs to nothing is swept away, and nothing else. */
@Tag("api")
class ContentSweepTest {
    private static final String ATTACHMENTS = "/api/v3/attachments";
    private static final Duration LATER = Contents.PATIENCE.plusHours(1);

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_nobody_claims_goes_after_a_day() {
        long id = upload(ATTACHMENTS).id();
        long content = contentOf(id);
        sweep(Duration.ZERO);
        assertThat(server.api().get(ATTACHMENTS + "/" + id).status()).isEqualTo(200);
        sweep(LATER);
        assertThat(server.api().get(ATTACHMENTS + "/" + id).status()).isEqualTo(404);
        assertThat(isThere(content)).isFalse();
    }

    @Test
    void what_belongs_to_something_stays_until_it_is_deleted() {
        var project = server.api().post("/api/v3/projects", "{\"name\": \"Files\"}").id();
        var work =
                server.api()
                        .post(
                                "/api/v3/projects/" + project + "/work_packages",
                                "{\"subject\": \"Kept\"}")
                        .id();
        long id = upload("/api/v3/work_packages/" + work + "/attachments").id();
        long content = contentOf(id);
        sweep(LATER);
        var path = ATTACHMENTS + "/" + id;
        assertThat(Form.get(server.url(path + "/content"), RunningServer.ADMIN_TOKEN).text())
                .isEqualTo("hello");
        server.api().delete(path);
        sweep(Duration.ZERO);
        assertThat(isThere(content)).isFalse();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        var start = new ByteArrayInputStream(new byte[2 * Contents.PIECE_BYTES]);
        var broken = new SequenceInputStream(start, new BrokenStream());
        var contents = server.bean(Contents.class);
        long next = highest() + 1;
        assertThatThrownBy(() -> contents.write(broken)).hasMessage("the client is gone");
        assertThat(isThere(next)).isTrue();
        sweep(Duration.ZERO);
        assertThat(isThere(next)).isFalse();
    }

    private static Form.Answer upload(String path) {
        var added =
                new Form()
                        .metadata("{\"fileName\": \"a.txt\"}")
                        .file("hello".getBytes(UTF_8))
                        .post(server.url(path), RunningServer.ADMIN_TOKEN);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added;
    }

    private static long contentOf(long attachment) {
        var store = server.bean(AttachmentStore.class);
        return database().read(view -> store.find(view, attachment).orElseThrow().contentId());
    }

    private static long highest() {
        return contentOf(upload(ATTACHMENTS).id());
    }

    private static boolean isThere(long content) {
        var store = server.bean(ContentStore.class);
        return database().read(view -> store.piece(view, content, 0).isPresent());
    }

    /** Sweeps until nothing is left to do, as if it were so much later. */
    private static void sweep(Duration later) {
        var sweep =
                new ContentSweep(
                        database(),
                        server.bean(AttachmentStore.class),
                        server.bean(ContentStore.class),
                        () -> Instant.now().plus(later),
                        server.bean(Surprises.class));
        while (sweep.pass() > 0) {
            assertThat(server.surprises()).isZero();
        }
    }

    private static Database database() {
        return server.bean(Database.class);
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the client is gone");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
