package org.signalbox.attachment;

import java.time.InstantSource;
import java.util.List;
import org.signalbox.loop.Housekeeping;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * Removes what belongs to nothing: attachments that nobody claimed within a day, and contents
 * without an attachment, in small pieces.
 */
@Component
final class ContentSweep extends Housekeeping {
    private static final int ATTACHMENTS = 100;
    private static final int CONTENTS = 20;
    private static final int PIECES = 16;

    private final Database database;
    private final AttachmentStore attachments;
    private final ContentStore contents;
    private final InstantSource time;

    ContentSweep(
            Database database,
            AttachmentStore attachments,
            ContentStore contents,
            InstantSource time,
            Surprises surprises) {
        super("contents", surprises);
        this.database = database;
        this.attachments = attachments;
        this.contents = contents;
        this.time = time;
    }

    /** Removes a part; returns how many attachments and contents it dealt with. */
    @Override
    protected int pass() {
        var now = time.instant();
        var forgotten =
                database.read(view ->
                        attachments.unclaimed(view, now.minus(Contents.PATIENCE), ATTACHMENTS));
        if (!forgotten.isEmpty()) {
            database.run(
                    tx -> contents.release(tx, attachments.deleteUnclaimed(tx, forgotten), now));
        }
        List<Long> due = database.read(view -> contents.due(view, now, CONTENTS));
        for (long id : due) {
            database.run(tx -> contents.remove(tx, id, PIECES));
        }
        return forgotten.size() + due.size();
    }
}
