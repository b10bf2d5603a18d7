package org.signalbox.admin;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.setting.ApiOptions;
import org.signalbox.setting.OptionsDraft;

/** What somebody entered about the API, beside what somebody else saved meanwhile. */
final class ApiDifferences {
    private ApiDifferences() {}

    static List<Stale.Difference> of(OptionsDraft yours, ApiOptions options, Wording wording) {
        OptionsDraft now = OptionsDraft.of(options);
        List<Stale.Difference> list = new ArrayList<>();
        Stale.add(list, wording.say("api.rest"), yours.restEnabled(), now.restEnabled(), wording);
        Stale.add(list, wording.say("api.max_page_size"), yours.maxPageSize(), now.maxPageSize());
        Stale.add(list, wording.say("api.docs"), yours.docsEnabled(), now.docsEnabled(), wording);
        Stale.add(list, wording.say("api.cors"), yours.corsEnabled(), now.corsEnabled(), wording);
        Stale.add(list, wording.say("api.cors_origins"), yours.corsOrigins(), now.corsOrigins());
        return list;
    }
}
