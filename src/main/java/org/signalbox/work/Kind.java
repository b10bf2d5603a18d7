package org.signalbox.work;

/** How a field of a form is typed. */
enum Kind {
    /** One line of text. */
    LINE,
    /** Text with mark-up. */
    TEXT,
    /** Plain text, for what the API wraps as it does longer ones. */
    REMARK,
    PASSWORD,
    EMAIL,
    DATE,
    /** A number of hours, as 1.5 or 1:30. */
    HOURS,
    NUMBER,
    /** On or off. */
    SWITCH,
    /** One of some words. */
    WORD,
    /** One of some resources, or none. */
    CHOICE,
    /** Any number of resources. */
    CHOICES,
    /** A number that nobody types, such as the version that was seen. */
    KEPT,
    /** When the whole was changed last, as it was when the form was opened; no attribute. */
    SEEN;

    /** The word for templates. */
    public String word() {
        return switch (this) {
            case LINE -> "text";
            case TEXT, REMARK -> "area";
            case PASSWORD -> "password";
            case EMAIL -> "email";
            case DATE -> "date";
            case HOURS -> "hours";
            case NUMBER -> "number";
            case SWITCH -> "switch";
            case WORD, CHOICE -> "select";
            case CHOICES -> "boxes";
            case KEPT, SEEN -> "hidden";
        };
    }
}
