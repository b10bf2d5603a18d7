package org.signalbox.audit;

import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.time.Instant;
import java.util.Arrays;
import org.signalbox.account.AuditAction;
import org.signalbox.account.Door;
import org.signalbox.account.UserHal;
import org.signalbox.audit.AuditEntry.Subject;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Terms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the audit log in the API. */
final class AuditHal {
    static final String PATH = "/api/v3/audit_log_entries";

    static final Description<AuditEntry> ENTRY =
            Description.<AuditEntry>of("AuditLogEntry")
                    .with(
                            Attribute.of("id", INTEGER, AuditEntry::id),
                            Attribute.of("createdAt", DATE_TIME, AuditEntry::createdAt),
                            Attribute.of("userName", STRING, AuditEntry::userName),
                            Attribute.of("via", STRING, one -> one.door().kind().word()),
                            Attribute.of("viaName", STRING, one -> one.door().name()),
                            Attribute.of("address", STRING, one -> one.door().address()),
                            Attribute.of("subjectType", STRING, one -> one.subject().type()),
                            Attribute.of("subjectId", STRING, one -> one.subject().id()),
                            Attribute.of("subjectName", STRING, one -> one.subject().name()))
                    .filters(
                            Filter.of("id", Filters.reference("a.id")),
                            Filter.of("action", AuditHal::action),
                            Filter.of("user", Filters.person("a.user_id")),
                            Filter.of("createdAt", Filters.time("a.created_at")),
                            Filter.of("subjectType", Filters.word("a.subject_type")),
                            Filter.of("subjectId", Filters.optionalWord("a.subject_id")),
                            Filter.of("via", Filters.word("a.door")))
                    .sorts(Sort.by("id", "a.id"), Sort.by("createdAt", "a.created_at"))
                    .orderedBy(new Sort.Key("id", true));

    private AuditHal() {}

    static Document document(AuditEntry entry) {
        var document =
                ENTRY.document(entry)
                        .put("action", entry.action())
                        .put("changes", entry.fields())
                        .link("self", Link.to(PATH + "/" + entry.id()));
        return entry.userId() == null
                ? document.link("user", Link.none())
                : document.link("user", Link.to(UserHal.path(entry.userId()), entry.userName()));
    }

    static Shape shape() {
        var fields = JsonNodeFactory.instance.objectNode();
        fields.putObject("name").put("old", "Billing").put("new", "Invoices");
        fields.put("secret", AuditEntry.CHANGED);
        var sample =
                new AuditEntry(
                        311,
                        Instant.parse("2026-11-19T21:41:06.812Z"),
                        AuditAction.WEBHOOK_UPDATED.word(),
                        new Subject("Webhook", "7", "Invoices"),
                        5L,
                        "Mira Okafor",
                        Door.token("Deployment", null).from("192.0.2.17"),
                        fields);
        return ENTRY.shape()
                .property(
                        "action",
                        Shape.word(
                                Arrays.stream(AuditAction.values())
                                        .map(AuditAction::word)
                                        .toArray(String[]::new)))
                .property("changes", changes())
                .links("self", "user")
                .example(document(sample));
    }

    /** By the name of the field: both values, or one word for a secret. */
    private static ObjectNode changes() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var either = schema.putObject("additionalProperties").putArray("anyOf");
        var both = either.addObject().put("type", "object").put("additionalProperties", false);
        both.putObject("properties").putObject("old");
        both.withObject("properties").putObject("new");
        both.putArray("required").add("old").add("new");
        either.addObject().put("const", AuditEntry.CHANGED);
        return schema;
    }

    private static boolean isAction(String word) {
        return AuditAction.named(word).isPresent();
    }

    private static String action(Terms terms) {
        terms.requireOperator("=", "!");
        if (!terms.values().stream().allMatch(AuditHal::isAction)) {
            throw terms.invalid();
        }
        return Filters.word("a.action").sql(terms);
    }
}
