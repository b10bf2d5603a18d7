package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form around its fields: where it leads and what there is to choose. */
record FormView(
        Frame frame,
        List<FormatCard> formats,
        Events events,
        Projects projects,
        Kept kept,
        @Nullable Options options,
        List<FormatCard> orders,
        boolean advanced,
        boolean aggregates,
        @Nullable Preview preview) {

    /**
     * What differs between a new webhook and one that exists.
     *
     * @param id null for a new one
     * @param draft shows the form again with what was entered, and saves nothing
     */
    record Frame(
            @Nullable Long id,
            String name,
            String title,
            String crumb,
            String action,
            String draft,
            String cancel,
            String submit,
            String failed) {}

    /** The events to choose from; {@code open} if others can be named. */
    record Events(List<Group> groups, String chosen, @Nullable String translated, boolean open) {}

    /**
     * Events about one thing.
     *
     * @param wildcard the name that stands for all of them, if the format has one
     */
    record Group(
            String title,
            @Nullable String wildcard,
            boolean everything,
            String tally,
            List<EventChoice> events) {}

    /** One event; {@code own} if only Signalbox has it in this format. */
    record EventChoice(String name, String label, boolean own, boolean chosen) {}

    /** The projects to choose from; {@code more} says that there are others. */
    record Projects(List<ProjectChoice> list, String search, String selected, String more) {}

    /** One project; how many of its ancestors stand above it, at most 4. */
    record ProjectChoice(long id, String name, int depth, boolean chosen) {}

    /**
     * What is said instead of values that are never shown again; empty where nothing is set.
     *
     * @param rotate the words of the link that exchanges the secret or key
     */
    record Kept(String secret, String rotate, String secretHint, String headerValue) {}

    /**
     * What the neutral format leaves to choose.
     *
     * @param open whether something differs from the default
     */
    record Options(List<Choice> choices, boolean open) {}

    /** One of several. */
    record Choice(
            String attribute, String field, String title, String chosen, List<FormatCard> cards) {}

    /** What would arrive. */
    record Preview(
            List<String> events, String event, List<Named> headers, Code body, String size) {}
}
