package org.signalbox.attachment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * A file that somebody uploaded.
 *
 * @param fileName without a path
 * @param contentType as its bytes and its name suggest
 * @param digest MD5 of the content, in hexadecimal digits
 * @param container null until it is claimed
 * @param contentId where its bytes are
 */
public record Attachment(
        long id,
        String fileName,
        long fileSize,
        String contentType,
        String description,
        String digest,
        Reference author,
        @Nullable Container container,
        long contentId,
        Instant createdAt) {

    static String path(long id) {
        return "/api/v3/attachments/" + id;
    }
}
