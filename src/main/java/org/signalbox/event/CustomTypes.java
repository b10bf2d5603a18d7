package org.signalbox.event;

import java.util.regex.Pattern;

/** The open part of the catalogue: types of events that other applications post. */
public final class CustomTypes {
    /** Stands for all of them where events are chosen. */
    public static final String ALL = "custom.*";

    /** What {@link #isName} asks for, in words. */
    public static final String RULE =
            "\"custom.\" and then words of lower-case letters, digits, _ and -, joined by dots";

    public static final int LENGTH_MAX = 100;

    private static final String PREFIX = "custom.";
    private static final Pattern NAME = Pattern.compile("custom(\\.[a-z0-9_-]+)+");

    private CustomTypes() {}

    /** Whether an event of this type was posted. */
    public static boolean include(String type) {
        return type.startsWith(PREFIX);
    }

    /** Whether an event may be posted under this name, e.g. {@code custom.order.shipped}. */
    public static boolean isName(String name) {
        return name.length() <= LENGTH_MAX && NAME.matcher(name).matches();
    }
}
