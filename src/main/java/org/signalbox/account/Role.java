package org.signalbox.account;

import java.util.Locale;

/** A named set of permissions that a member has in a project, or a person everywhere. */
public record Role(long id, String name, Kind kind) {
    /** What everybody may in public projects who is signed in. */
    static final long NON_MEMBER = 1;

    /** What everybody may in public projects who is not. */
    static final long ANONYMOUS = 2;

    /** Where a role applies. */
    public enum Kind {
        /** Applies by itself, to those who are no members. */
        BUILTIN,
        /** Given in a project. */
        PROJECT,
        /** Given for everything that belongs to no project. */
        GLOBAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
