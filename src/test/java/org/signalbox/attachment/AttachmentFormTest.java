package org.signalbox.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** Files in forms, which claim none of them. */
@Tag("api")
class AttachmentFormTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";
    private static final String ATTACHMENTS = "/api/v3/attachments";

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final long project = new Persons(server).project(false);

    @Test
    void forms_say_which_files_a_work_package_would_have() {
        var loose = upload();
        var path = "/api/v3/projects/" + project + "/work_packages";
        var proposed =
                admin.post(
                        path + "/form",
                        """
                        {"subject": "With files", "_links": {"attachments": [{"href": "%s/%d"}]}}
                        """
                                .formatted(ATTACHMENTS, loose.id()));
        assertThat(proposed.at("/_embedded/validationErrors").isEmpty())
                .as(proposed.text())
                .isTrue();
        var schema = proposed.at("/_embedded/schema/attachments");
        assertThat(schema.at("/type").asString()).isEqualTo("[]Attachment");
        assertThat(schema.at("/location").asString()).isEqualTo("_links");
        assertThat(schema.at("/writable").asBoolean()).isTrue();
        var payload = proposed.at("/_embedded/payload");
        assertThat(payload.at("/_links/attachments/0/title").asString()).isEqualTo("first.txt");
        assertThat(admin.get(ATTACHMENTS + "/" + loose.id()).at("/_links/container/href").isNull())
                .as("claimed by a form")
                .isTrue();
        var created = admin.post(path, payload.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_embedded/attachments/total").asInt()).isEqualTo(1);

        var form = WORK_PACKAGES + created.id() + "/form";
        var kept = admin.post(form, created.text()).at("/_embedded/payload/_links/attachments");
        assertThat(kept.at("/0/href").asString()).isEqualTo(ATTACHMENTS + "/" + loose.id());
        var none = admin.post(form, "{\"lockVersion\": 0, \"_links\": {\"attachments\": []}}");
        assertThat(none.at("/_embedded/payload/_links/attachments").isArray()).isTrue();
        assertThat(none.at("/_embedded/payload/_links/attachments").isEmpty()).isTrue();
        var other = admin.post(path, "{\"subject\": \"Other\"}");
        var taken =
                admin.post(
                        WORK_PACKAGES + other.id() + "/form",
                        """
                        {"lockVersion": 0, "_links": {"attachments": [{"href": "%s/%d"}]}}
                        """
                                .formatted(ATTACHMENTS, loose.id()));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.at("/_embedded/validationErrors").has("attachments")).isTrue();
        assertThat(taken.at("/_links").has("commit")).isFalse();
    }

    private Form.Answer upload() {
        return new Form()
                .metadata("{\"fileName\": \"first.txt\"}")
                .file("hello".getBytes(UTF_8))
                .post(server.url(ATTACHMENTS), RunningServer.ADMIN_TOKEN);
    }
}
