package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.setting.ApiOptions;
import org.signalbox.setting.OptionsDraft;

/** What somebody entered about the API, beside what somebody else saved meanwhile. */
final class ApiDifferences {
    private ApiDifferences() {}

    /** A field whose values differ. */
    record Row(String field, String yours, String now) {}

    static List<Row> of(OptionsDraft yours, ApiOptions options, Wording wording) {
        OptionsDraft now = OptionsDraft.of(options);
        var rows = new ArrayList<Row>();
        add(
                rows,
                wording,
                "rest",
                onOff(yours.restEnabled(), wording),
                onOff(now.restEnabled(), wording));
        add(rows, wording, "max_page_size", yours.maxPageSize(), now.maxPageSize());
        add(
                rows,
                wording,
                "docs",
                onOff(yours.docsEnabled(), wording),
                onOff(now.docsEnabled(), wording));
        add(
                rows,
                wording,
                "cors",
                onOff(yours.corsEnabled(), wording),
                onOff(now.corsEnabled(), wording));
        add(rows, wording, "cors_origins", lines(yours.corsOrigins()), lines(now.corsOrigins()));
        return rows;
    }

    private static void add(
            List<Row> rows, Wording wording, String field, String yours, String now) {
        if (!yours.equals(now)) {
            rows.add(new Row(wording.say("api." + field), yours, now));
        }
    }

    private static String onOff(boolean on, Wording wording) {
        return wording.say(on ? "api.on" : "api.off");
    }

    /** Browsers end lines in two characters. */
    private static String lines(String text) {
        return String.join("\n", text.strip().lines().toList());
    }
}
