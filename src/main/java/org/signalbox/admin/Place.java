package org.signalbox.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages that the menus lead to, in their order. A new one takes a line here and a text. */
enum Place {
    OVERVIEW(Menu.SETTINGS, OverviewPage.PATH, "webhook"),
    API(Menu.SETTINGS, ApiSettingsPage.PATH, "webhook"),
    WEBHOOKS(Menu.SETTINGS, WebhooksPage.PATH, "webhook"),
    EVENTS(Menu.SETTINGS, EventsPage.PATH, "webhook"),
    OAUTH_APPLICATIONS(Menu.SETTINGS, OAuthApplicationsPage.PATH, "app-window"),
    AUDIT_LOG(Menu.SETTINGS, AuditLogPage.PATH, "webhook"),
    PROJECTS(Menu.WORK, "/projects", "folder"),
    TIME(Menu.WORK, "/time", "timer"),
    PEOPLE(Menu.WORK, "/people", "users"),
    ACCESS_TOKENS(Menu.ACCOUNT, AccessTokensPage.PATH, "key-round"),
    AUTHORISED_APPLICATIONS(Menu.ACCOUNT, AuthorisedApplicationsPage.PATH, "app-window");

    /** Where a page is offered. */
    enum Menu {
        /** Administration → API and webhooks; for administrators alone. */
        SETTINGS,
        /** Work; for everybody who is signed in. */
        WORK,
        /** The menu of the one who is signed in. */
        ACCOUNT
    }

    /**
     * A way to a page.
     *
     * @param text the key of what it is called
     * @param icon a name in the sprite
     * @param current whether this is the page that is looked at, or one below it
     * @param attention how many things there need somebody's attention
     */
    record Link(String path, String text, String icon, boolean current, int attention) {}

    private final Menu menu;
    private final String path;
    private final String icon;

    Place(Menu menu, String path, String icon) {
        this.menu = menu;
        this.path = path;
        this.icon = icon;
    }

    /** What a menu offers to somebody who looks at {@code here}. */
    static List<Link> in(Menu menu, String here, int attention) {
        return Stream.of(values())
                .filter(place -> place.menu == menu)
                .map(place -> place.link(here, place == WEBHOOKS ? attention : 0))
                .toList();
    }

    /** Where somebody begins; null where there is no page for them yet. */
    static @Nullable String start(boolean admin) {
        return admin
                ? OVERVIEW.path
                : Stream.of(values())
                        .filter(place -> place.menu == Menu.WORK)
                        .map(place -> place.path)
                        .findFirst()
                        .orElse(null);
    }

    private Link link(String here, int attention) {
        boolean current = here.equals(path) || here.startsWith(path + "/");
        return new Link(path, "shell." + name().toLowerCase(Locale.ROOT), icon, current, attention);
    }
}
