package org.signalbox;

/** Something that an administrator creates: where, and with what. */
record WalkStep(String path, String body) {

    /** Reads {@code POST /path body}. */
    static WalkStep of(String words) {
        var parts = words.strip().split(" +", 3);
        if (parts.length < 3 || !parts[0].equals("POST")) {
            throw new IllegalArgumentException("Nothing to create: " + words);
        }
        return new WalkStep(parts[1], parts[2]);
    }
}
