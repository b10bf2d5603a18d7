package org.signalbox.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.event.Change;

/**
 * How applications reach the data.
 *
 * @param restEnabled whether applications may use the APIs at all
 * @param maxPageSize no request returns more elements than this
 * @param docsEnabled whether there is a page with the documentation
 * @param corsEnabled whether pages from other origins may call the APIs
 * @param corsOrigins those origins, as browsers send them; kept while {@code corsEnabled} is off
 */
public record ApiOptions(
        boolean restEnabled,
        int maxPageSize,
        boolean docsEnabled,
        boolean corsEnabled,
        List<String> corsOrigins) {

    public ApiOptions {
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Whether a page from this origin may call the APIs. */
    public boolean allows(String origin) {
        return corsEnabled && corsOrigins.contains(origin);
    }

    /** What is different after a change, by the name of the setting. */
    Map<String, Change> changes(ApiOptions after) {
        Map<String, Object> was = values();
        Map<String, Object> is = after.values();
        var changes = new LinkedHashMap<String, Change>();
        was.forEach((name, value) -> {
            if (!value.equals(is.get(name))) {
                changes.put(name, new Change(value, is.get(name)));
            }
        });
        return changes;
    }

    private Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("rest_api_enabled", restEnabled);
        values.put("apiv3_max_page_size", maxPageSize);
        values.put("apiv3_docs_enabled", docsEnabled);
        values.put("apiv3_cors_enabled", corsEnabled);
        values.put("apiv3_cors_origins", corsOrigins);
        return values;
    }
}
