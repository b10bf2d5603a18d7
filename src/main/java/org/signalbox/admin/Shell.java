package org.signalbox.admin;

import java.util.List;
import java.util.Locale;
import org.signalbox.account.User;

/**
 * What stands around every page: who is signed in, where they can go, and how many webhooks need
 * attention.
 *
 * @param settings administration; empty for who is no administrator
 * @param account what belongs to the one who is signed in
 */
record Shell(
        String name,
        String initials,
        boolean admin,
        int attention,
        List<Place.Link> settings,
        List<Place.Link> work,
        List<Place.Link> account) {

    /**
     * @param here the path that is looked at
     * @param attention how many webhooks need attention
     */
    static Shell of(User user, String here, int attention) {
        return new Shell(
                user.name(),
                initials(user.name()),
                user.admin(),
                attention,
                user.admin() ? Place.in(Place.Menu.SETTINGS, here, attention) : List.of(),
                Place.in(Place.Menu.WORK, here, 0),
                Place.in(Place.Menu.ACCOUNT, here, 0));
    }

    /** Whether the administration has a page at that path, or above it. */
    public boolean offers(String path) {
        return settings.stream().anyMatch(link -> path.startsWith(link.path()));
    }

    /** The languages that can be chosen. */
    public List<Locale> languages() {
        return Looks.languages();
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String part : name.strip().split("\\s+", 0)) {
            if (initials.length() < 2 && !part.isEmpty()) {
                initials.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return initials.toString();
    }
}
