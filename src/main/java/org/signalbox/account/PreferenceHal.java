package org.signalbox.account;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.STRING;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;

/** Preferences in the API. */
public final class PreferenceHal {
    /** One's own, at the address that clients of every age can write to. */
    public static final String OWN = "/api/v3/my_preferences";

    static final Attribute<Preferences, Boolean> COMMENTS =
            flag("commentSortDescending", Preferences::commentSortDescending);
    static final Attribute<Preferences, Boolean> SHORTCUTS =
            flag("disableKeyboardShortcuts", Preferences::disableKeyboardShortcuts);
    static final Attribute<Preferences, String> TIME_ZONE =
            Attribute.of("timeZone", STRING, Preferences::timeZone).writable();
    static final Attribute<Preferences, Boolean> WARN =
            flag("warnOnLeavingUnsaved", Preferences::warnOnLeavingUnsaved);
    static final Attribute<Preferences, Boolean> POPUPS =
            flag("autoHidePopups", Preferences::autoHidePopups);

    static final Description<Preferences> PREFERENCES =
            Description.<Preferences>of("UserPreferences")
                    .with(COMMENTS, SHORTCUTS, TIME_ZONE, WARN, POPUPS);

    private PreferenceHal() {}

    static Document document(User user, Preferences preferences) {
        String self = UserHal.path(user.id()) + "/preferences";
        return PREFERENCES
                .document(preferences)
                .link("self", Link.to(self))
                .link("user", UserHal.link(user))
                .link("updateImmediately", Link.action(self, "patch"));
    }

    private static Attribute<Preferences, Boolean> flag(
            String name, Function<Preferences, @Nullable Boolean> getter) {
        return Attribute.of(name, BOOLEAN, getter).writable();
    }
}
