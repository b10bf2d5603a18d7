package org.signalbox.attachment;

import java.nio.charset.StandardCharsets;

/** Names of files that can do no harm, wherever they are shown or saved. */
final class FileNames {

    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private FileNames() {}

    /**
     * The last part of a path, without characters that cannot be seen; empty if nothing is left.
     */
    static String harmless(String name) {
        var visible = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "");
        int separator = Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\'));
        var last = visible.substring(separator + 1).strip();
        return last.equals(".") || last.equals("..") ? "" : last;
    }

    /** A {@code Content-Disposition} that saves under this name, in both of its spellings. */
    static String disposition(String name) {
        var plain = new StringBuilder();
        name.codePoints()
                .forEach(c ->
                        plain.appendCodePoint(
                                c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c));
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean asIs =
                    (b >= '0' && b <= '9')
                            || (b >= 'a' && b <= 'z')
                            || (b >= 'A' && b <= 'Z')
                            || ATTRIBUTE_CHARACTERS.indexOf(b) >= 0;
            encoded.append(asIs ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return encoded.toString();
    }
}
