package org.signalbox.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/**
 * Keeps bytes in the database, piece by piece, so that no write is long and no content is in memory
 * as a whole. What nobody {@linkplain #keep keeps} within a day goes again.
 */
@Component
final class Contents {

    /** How long an upload may take, and what was uploaded may wait to belong to something. */
    static final Duration PATIENCE = Duration.ofDays(1);

    static final int PIECE_BYTES = 256 << 10;

    private final Database database;
    private final ContentStore store;
    private final AttachmentSettings settings;
    private final InstantSource time;

    Contents(
            Database database,
            ContentStore store,
            AttachmentSettings settings,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.settings = settings;
        this.time = time;
    }

    /** Writes all bytes; durable on return, but not yet kept. */
    Content write(InputStream in) throws IOException {
        var md5 = md5();
        var head = in.readNBytes(PIECE_BYTES);
        long id = begin(head);
        long size = 0;
        try {
            var piece = head;
            for (int number = 0; piece.length > 0; number++) {
                size += piece.length;
                if (size > settings.bytesMax()) {
                    throw tooLarge();
                }
                md5.update(piece);
                if (number > 0) {
                    append(id, number, piece);
                }
                piece = piece.length < PIECE_BYTES ? new byte[0] : in.readNBytes(PIECE_BYTES);
            }
            return new Content(
                    id, size, HexFormat.of().formatHex(md5.digest()), FileTypes.signs(head));
        } catch (IOException | RuntimeException e) {
            discard(id);
            throw e;
        }
    }

    private long begin(byte[] head) {
        return database.write(tx -> {
            long id = store.begin(tx, time.instant().plus(PATIENCE));
            if (head.length > 0) {
                store.append(tx, id, 0, head);
            }
            return id;
        });
    }

    private void append(long id, int number, byte[] piece) {
        database.run(tx -> store.append(tx, id, number, piece));
    }

    /** The refusal of what is larger than files may be. */
    Refusal.TooLarge tooLarge() {
        return new Refusal.TooLarge(
                "The file is too large: files may have %d bytes at most."
                        .formatted(settings.bytesMax()));
    }

    /** From now on somebody needs it. */
    void keep(Tx tx, Content content) {
        if (!store.keep(tx, content.id(), content.size())) {
            throw new Refusal.Conflict("The upload took too long. Please try again.");
        }
    }

    /** Nobody will ever need it, unless somebody keeps it already. */
    void discard(long id) {
        database.run(tx -> store.discard(tx, id, time.instant()));
    }

    /** Copies the content to where it is wanted. */
    void copy(long id, OutputStream out) throws IOException {
        for (int number = 0; true; number++) {
            int next = number;
            var piece = database.read(view -> store.piece(view, id, next));
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get());
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
