package org.signalbox.attachment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** Tells of what type a file is: by how it begins, else by its name, else by whether it is text. */
final class FileTypes {

    /**
     * What the bytes of a file say.
     *
     * @param type null if they leave it open
     * @param otherwise what it is if its name leaves it open, too
     */
    record Signs(@Nullable String type, String otherwise) {}

    private record Beginning(int at, String hex, String type) {
        boolean fits(byte[] head) {
            int end = at + hex.length() / 2;
            return head.length >= end && HexFormat.of().formatHex(head, at, end).equals(hex);
        }
    }

    private static final List<Beginning> BEGINNINGS =
            List.of(
                    new Beginning(0, "89504e470d0a1a0a", "image/png"),
                    new Beginning(0, "ffd8ff", "image/jpeg"),
                    new Beginning(0, "474946383761", "image/gif"),
                    new Beginning(0, "474946383961", "image/gif"),
                    new Beginning(8, "57454250", "image/webp"),
                    new Beginning(0, "255044462d", "application/pdf"),
                    new Beginning(0, "1f8b", "application/gzip"),
                    new Beginning(0, "377abcaf271c", "application/x-7z-compressed"),
                    new Beginning(0, "7f454c46", "application/x-executable"));

    private static final Beginning ZIP = new Beginning(0, "504b0304", "application/zip");
    private static final String UNKNOWN = "application/octet-stream";
    private static final int TEXT_BYTES = 4096;

    private FileTypes() {}

    static Signs signs(byte[] head) {
        for (Beginning beginning : BEGINNINGS) {
            if (beginning.fits(head)) {
                return new Signs(beginning.type(), UNKNOWN);
            }
        }
        // Office documents are archives, and their names say which.
        return new Signs(null, ZIP.fits(head) ? ZIP.type() : isText(head) ? "text/plain" : UNKNOWN);
    }

    static String of(String fileName, Signs signs) {
        return signs.type() != null
                ? signs.type()
                : MediaTypeFactory.getMediaType(fileName)
                        .map(MediaType::toString)
                        .orElse(signs.otherwise());
    }

    /** Whether it begins as UTF-8 without control characters; a cut character at the end counts. */
    private static boolean isText(byte[] head) {
        int length = Math.min(head.length, TEXT_BYTES);
        var text = CharBuffer.allocate(length);
        var result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(head, 0, length), text, false);
        return length > 0
                && !result.isError()
                && text.flip()
                        .chars()
                        .noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
