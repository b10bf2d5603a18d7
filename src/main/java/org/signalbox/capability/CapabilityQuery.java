package org.signalbox.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Action;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Terms;

/**
 * Which capabilities are asked for. A list without a principal or a context would be everybody
 * times everything, so one of the two has to be given.
 *
 * @param principals null for anybody
 * @param projects null for any; what is outside of projects counts only if {@code global}
 * @param global whether what is outside of projects is asked for
 * @param actions the ids of the actions
 */
record CapabilityQuery(
        @Nullable List<Long> principals,
        @Nullable List<Long> projects,
        boolean global,
        List<String> actions) {

    private static final Pattern PROJECT = Pattern.compile("[pw](\\d{1,18})");

    /** From the filters of a list. */
    static CapabilityQuery of(Listing listing, long me) {
        Map<String, Terms> filters = listing.terms(me, "principal", "context", "action");
        Terms principal = filters.get("principal");
        Terms context = filters.get("context");
        if (principal == null && context == null) {
            throw new Refusal.BadQuery(
                    "Filters Either a principal or a context filter must be set.");
        }
        List<String> actions = actions(filters.get("action"));
        return context == null
                ? new CapabilityQuery(principals(principal), null, true, actions)
                : in(requireEquals(context), principals(principal), actions);
    }

    /** The one with these parts of its id. */
    static CapabilityQuery of(String action, String context, long principal) {
        Long project = project(context);
        if (project == null && !context.equals("g")) {
            throw new Refusal.NotFound();
        }
        return new CapabilityQuery(
                List.of(principal),
                project == null ? List.of() : List.of(project),
                project == null,
                List.of(action));
    }

    private static CapabilityQuery in(
            Terms context, @Nullable List<Long> principals, List<String> actions) {
        List<Long> projects = new ArrayList<>();
        boolean global = false;
        for (String value : context.values()) {
            Long project = project(value);
            if (project != null) {
                projects.add(project);
            } else if (value.equals("g")) {
                global = true;
            } else {
                throw context.invalid();
            }
        }
        return new CapabilityQuery(principals, projects, global, actions);
    }

    private static @Nullable Long project(String context) {
        var matcher = PROJECT.matcher(context);
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    private static @Nullable List<Long> principals(@Nullable Terms terms) {
        return terms == null ? null : requireEquals(terms).people();
    }

    private static Terms requireEquals(Terms terms) {
        if (!terms.operator().equals("=")) {
            throw terms.unknownOperator();
        }
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        return terms;
    }

    private static List<String> actions(@Nullable Terms terms) {
        List<String> all = Action.ALL.stream().map(Action::id).toList();
        if (terms == null) {
            return all;
        }
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        return switch (terms.operator()) {
            case "=" -> all.stream().filter(terms.values()::contains).toList();
            case "!" -> all.stream().filter(id -> !terms.values().contains(id)).toList();
            default -> throw terms.unknownOperator();
        };
    }
}
