package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.StringNode;

class WebhookFormTest {

    @Test
    void what_was_typed_is_read_by_the_names_of_the_fields() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("webhook[name]", " Billing ");
        sent.put("webhook[enabled]", List.of("0", "1"));
        sent.put("webhook[events][]", List.of("time_entry:created", "time_entry:updated"));
        sent.add("webhook[project_ids]", "selection");
        sent.add("webhook[selected_project_ids][]", "3");

        WebhookForm form = WebhookForm.sent(sent);

        assertThat(form.name()).isEqualTo("Billing");
        assertThat(form.enabled()).isTrue();
        assertThat(form.events()).containsExactly("time_entry:created", "time_entry:updated");
        assertThat(form.allProjects()).isFalse();
        assertThat(form.projects()).containsExactly("3");
    }

    @Test
    void what_another_format_has_no_field_for_is_not_written() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("webhook[format]", "awork");
        assertThat(FormBody.of(WebhookForm.sent(sent)).propertyNames())
                .doesNotContain("signatureScheme", "contentMode", "payload");
        sent.set("webhook[format]", "standard");
        sent.add("webhook[signature_scheme]", "ed25519");
        sent.add("webhook[content_mode]", "cloudevents-binary");
        sent.add("webhook[payload]", "thin");
        assertThat(FormBody.of(WebhookForm.sent(sent)).propertyStream().toList())
                .contains(
                        Map.entry("signatureScheme", StringNode.valueOf("ed25519")),
                        Map.entry("contentMode", StringNode.valueOf("cloudevents-binary")),
                        Map.entry("payload", StringNode.valueOf("thin")));
    }

    @Test
    void boxes_that_were_not_ticked_are_off() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("webhook[enabled]", "0");

        WebhookForm form = WebhookForm.sent(sent);

        assertThat(form.enabled()).isFalse();
        assertThat(form.events()).isEmpty();
        assertThat(form.allProjects()).isTrue();
    }
}
