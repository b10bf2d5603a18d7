package org.signalbox.project;

import static org.signalbox.project.ProjectHal.BILLABLE_BY_DEFAULT;
import static org.signalbox.project.ProjectHal.CERTAINTY;
import static org.signalbox.project.ProjectHal.CLIENT;
import static org.signalbox.project.ProjectHal.CODE;
import static org.signalbox.project.ProjectHal.COLOR;
import static org.signalbox.project.ProjectHal.ENDS_ON;
import static org.signalbox.project.ProjectHal.STARTS_ON;
import static org.signalbox.project.ProjectHal.TAGS;
import static org.signalbox.project.ProjectHal.TIME_BUDGET;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.client.Client;
import org.signalbox.client.Clients;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Tags;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** For whom a project is, and what is planned with it. Changes nothing. */
@Component
final class ProjectPlanning {

    private static final Pattern COLORS = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Duration BUDGET_MAX = Duration.ofHours(1_000_000);

    private final Clients clients;

    ProjectPlanning(Clients clients) {
        this.clients = clients;
    }

    /** The client that was asked for, one whom the actor sees; the one it has may stay. */
    @Nullable Reference client(View view, Actor actor, Input input, @Nullable Reference kept) {
        var wanted = input.get(CLIENT, kept);
        if (wanted == null || (kept != null && kept.id() == wanted.id())) {
            return wanted == null ? null : kept;
        }
        var client = clients.visible(view, actor, wanted.id()).orElse(null);
        if (client == null) {
            input.problems().add(CLIENT, "is invalid");
            return null;
        }
        return client.reference();
    }

    /** The client that a project belongs to, whoever asks. */
    @Nullable Client clientOf(View view, Project project) {
        var client = project.client();
        return client == null ? null : clients.find(view, client.id()).orElse(null);
    }

    static Planning written(Input input, Planning before) {
        var written =
                new Planning(
                        input.get(CODE, before.code()),
                        input.get(STARTS_ON, before.startsOn()),
                        input.get(ENDS_ON, before.endsOn()),
                        input.get(TIME_BUDGET, before.timeBudget()),
                        input.or(BILLABLE_BY_DEFAULT, before.billableByDefault()),
                        input.get(COLOR, before.color()),
                        Tags.written(input, TAGS, before.tags()),
                        input.or(CERTAINTY, before.certainty()));
        check(input, written);
        return written;
    }

    private static void check(Input input, Planning written) {
        var start = written.startsOn();
        var end = written.endsOn();
        if (start != null && end != null && end.isBefore(start)) {
            input.problems().add(ENDS_ON, "must not be before the start");
        }
        var budget = written.timeBudget();
        if (budget != null && (budget.isNegative() || budget.compareTo(BUDGET_MAX) > 0)) {
            input.problems().add(TIME_BUDGET, "is out of range");
        }
        var color = written.color();
        if (color != null && !COLORS.matcher(color).matches()) {
            input.problems().add(COLOR, "must be a colour such as #1a67a3");
        }
    }
}
