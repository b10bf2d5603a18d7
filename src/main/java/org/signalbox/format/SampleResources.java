package org.signalbox.format;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.signalbox.account.Rights;
import org.signalbox.category.Category;
import org.signalbox.category.CategoryHal;
import org.signalbox.event.CustomTypes;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Sampled;
import org.signalbox.relation.Relation;
import org.signalbox.relation.RelationHal;
import org.signalbox.relation.RelationType;
import org.signalbox.version.Sharing;
import org.signalbox.version.Version;
import org.signalbox.version.VersionHal;
import org.signalbox.version.VersionStatus;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Ordering;
import org.signalbox.webhook.Packaging;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookHal;
import org.signalbox.webhook.WebhookStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The subjects of the sample events as the API shows them, and what no event is about. */
@Component
final class SampleResources implements Sampled {
    private static final Pattern WORD = Pattern.compile("(?:^|_)([a-z])");
    private static final Rights ALL = Rights.ofSystem();

    private final JsonMapper json;

    SampleResources(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Map<String, ObjectNode> samples() {
        var subjects = new Subjects(json);
        var samples = new Samples(json);
        var all = new TreeMap<String, ObjectNode>();
        for (String type : EventTypes.all()) {
            if (!CustomTypes.include(type)) {
                var event = samples.of(type);
                all.computeIfAbsent(
                        shape(event.subject().kind()),
                        _ -> Told.by(event, json, subjects).subject());
            }
        }
        all.put("Version", VersionHal.of(version(), ALL).json());
        all.put("Category", CategoryHal.of(category(), ALL).json());
        all.put("Relation", RelationHal.of(relation(), ALL).json());
        all.put("Webhook", WebhookHal.document(webhook()).json());
        return all;
    }

    /** {@code work_package} is the kind, {@code WorkPackage} the shape. */
    private static String shape(String kind) {
        return WORD.matcher(kind).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static Version version() {
        return new Version(
                5,
                SampleWork.PROJECT.reference(),
                "First edition",
                "What goes to the printer.",
                LocalDate.parse("2026-10-05"),
                LocalDate.parse("2026-12-18"),
                VersionStatus.OPEN,
                Sharing.NONE,
                SampleWork.NOW,
                SampleWork.NOW);
    }

    private static Category category() {
        return new Category(
                9,
                SampleWork.PROJECT.reference(),
                "Operations",
                SampleWork.WORK_PACKAGE.assignee(),
                SampleWork.NOW,
                SampleWork.NOW);
    }

    private static Relation relation() {
        long project = SampleWork.PROJECT.id();
        return new Relation(
                14,
                RelationType.FOLLOWS,
                new Relation.End(43, "Print the backup chapter", project),
                new Relation.End(
                        SampleWork.WORK_PACKAGE.id(), SampleWork.WORK_PACKAGE.subject(), project),
                "Once it is reviewed.",
                2L);
    }

    private static WebhookDetail webhook() {
        var project = SampleWork.PROJECT.reference();
        var wanted =
                new Subscription(
                        0,
                        true,
                        Formats.NEUTRAL,
                        Packaging.PLAIN,
                        List.of(EventTypes.TIME_ENTRY_CREATED, EventTypes.TIME_ENTRY_UPDATED),
                        false,
                        Set.of(project.id()),
                        SampleWork.NOW,
                        null);
        var webhook =
                new Webhook(
                        7,
                        "Billing",
                        "Hours to invoices",
                        "https://billing.example.com/hooks",
                        Ordering.SUBJECT,
                        16,
                        null,
                        null,
                        false,
                        0,
                        List.of(),
                        List.of(wanted),
                        SampleWork.NOW,
                        SampleWork.NOW,
                        0,
                        null,
                        null);
        return new WebhookDetail(
                webhook,
                List.of(project),
                new Standing(WebhookStatus.ACTIVE, null, null, null, 0, 0, null));
    }
}
