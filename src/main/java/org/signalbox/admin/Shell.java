package org.signalbox.admin;

/** What stands around every page: who is signed in, and how many webhooks need attention. */
record Shell(String name, String initials, int attention) {

    static Shell of(String name, int attention) {
        StringBuilder initials = new StringBuilder();
        for (String part : name.strip().split("\\s+", 0)) {
            if (initials.length() < 2 && !part.isEmpty()) {
                initials.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return new Shell(name, initials.toString(), attention);
    }
}
