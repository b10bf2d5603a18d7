package org.signalbox.delivery;

/** Which deliveries of a webhook must not overtake each other: those with the same key. */
enum Order {
    /**
     * What happened to one subject arrives in the order it happened; subjects flow side by side.
     */
    SUBJECT {
        @Override
        String key(long sequence, String subject) {
            return subject;
        }
    },
    /**
     * One at a time; a failing delivery holds the rest. What was set aside under another order goes
     * first.
     */
    STRICT {
        @Override
        String key(long sequence, String subject) {
            return "";
        }
    },
    /** No order; only one delivery never goes out twice at the same time. */
    NONE {
        @Override
        String key(long sequence, String subject) {
            return Long.toString(sequence);
        }
    };

    abstract String key(long sequence, String subject);
}
