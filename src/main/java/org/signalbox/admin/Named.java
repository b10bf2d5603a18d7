package org.signalbox.admin;

/**
 * A name with its value: a header line, or a fact about something.
 *
 * @param tone the CSS class of the value, empty for none
 */
record Named(String name, String value, String tone) {

    Named(String name, String value) {
        this(name, value, "");
    }
}
