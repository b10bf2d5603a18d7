package org.signalbox.admin;

/** A sentence at the top of the next page: what the last action did. */
record Flash(String tone, String icon, String text) {

    static Flash done(String text) {
        return new Flash("ok", "circle-check", text);
    }

    static Flash refused(String text) {
        return new Flash("bad", "circle-x", text);
    }
}
