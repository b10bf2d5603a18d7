package org.signalbox.admin;

import java.util.List;
import org.signalbox.hal.Refusal;

/** Says what the rules refused beside the fields of the form, in their order. */
record FormFaults(WebhookForm form, Wording wording) {

    /**
     * A field of the form.
     *
     * @param name of the attribute in the API
     * @param label key of its label
     * @param anchor id of its control
     */
    private record Field(String name, String label, String anchor) {}

    private static final List<Field> FIELDS =
            List.of(
                    new Field("format", "form.format", "format"),
                    new Field("name", "form.name", "name"),
                    new Field("url", "form.url", "url"),
                    new Field("description", "form.description", "description"),
                    new Field("enabled", "form.enabled", "enabled"),
                    new Field("events", "form.events", "events"),
                    new Field("projects", "form.projects", "projects_selection"),
                    new Field("secret", "form.secret", "secret"),
                    new Field("signatureScheme", "form.signature_scheme", "options"),
                    new Field("contentMode", "form.content_mode", "options"),
                    new Field("payload", "form.payload", "options"),
                    new Field("headerName", "form.header_name", "header_name"),
                    new Field("headerValue", "form.header_value", "header_value"),
                    new Field("ordering", "form.order", "advanced"),
                    new Field("concurrency", "form.concurrency", "concurrency"),
                    new Field("maxPerSecond", "form.max_per_second", "max_per_second"),
                    new Field("aggregationMinutes", "form.aggregation", "aggregation"));

    Faults of(Refusal refusal) {
        List<Faults.Control> controls =
                FIELDS.stream()
                        .map(field ->
                                new Faults.Control(
                                        field.name(), wording.say(field.label()), field.anchor()))
                        .toList();
        return Faults.of(refusal, controls, this::sentence, wording);
    }

    private String sentence(Refusal.Invalid invalid) {
        if (invalid.attribute().equals("name") && form.name().isEmpty()) {
            return wording.say("form.fault.name");
        }
        if (invalid.attribute().equals("url") && form.url().isEmpty()) {
            return wording.say("form.fault.url");
        }
        return wording.ruled(new FailureWords(wording).of(invalid.words()));
    }
}
