package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.setting.OptionsDraft;
import org.signalbox.setting.SavedOptions;
import org.springframework.util.MultiValueMap;

/**
 * The form about the API.
 *
 * @param version of the settings that somebody saw when they opened it
 */
record ApiForm(OptionsDraft draft, long version) {

    static ApiForm of(SavedOptions saved) {
        return new ApiForm(OptionsDraft.of(saved.options()), saved.version());
    }

    /** What was sent; what was not is as it stands. */
    static ApiForm sent(MultiValueMap<String, String> sent, SavedOptions saved) {
        OptionsDraft now = OptionsDraft.of(saved.options());
        return new ApiForm(
                new OptionsDraft(
                        flag(sent, "rest_api_enabled", now.restEnabled()),
                        text(sent, "apiv3_max_page_size", now.maxPageSize()),
                        flag(sent, "apiv3_docs_enabled", now.docsEnabled()),
                        flag(sent, "apiv3_cors_enabled", now.corsEnabled()),
                        text(sent, "apiv3_cors_origins", now.corsOrigins())),
                version(sent.getFirst("version"), saved.version()));
    }

    /** The same by somebody who has seen that version now. */
    ApiForm seen(long newer) {
        return new ApiForm(draft, newer);
    }

    /** The last one counts: the box stands after its hidden "no". */
    private static String text(MultiValueMap<String, String> sent, String name, String otherwise) {
        List<String> values = sent.get("settings[" + name + "]");
        return values == null || values.isEmpty() ? otherwise : values.getLast();
    }

    private static boolean flag(
            MultiValueMap<String, String> sent, String name, boolean otherwise) {
        String value = text(sent, name, otherwise ? "1" : "0");
        return value.equals("1") || value.equals("true");
    }

    private static long version(@Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
