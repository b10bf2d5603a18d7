package org.signalbox.attachment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.signalbox.loop.Loop;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Removes what belongs to nothing: attachments that nobody claimed within a day, and contents
 * without an attachment, in small pieces.
 */
@Component
final class ContentSweep implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int ATTACHMENTS = 100;
    private static final int CONTENTS = 20;
    private static final int PIECES = 16;

    private final Database database;
    private final AttachmentStore attachments;
    private final ContentStore contents;
    private final InstantSource time;
    private final Loop loop;
    private volatile boolean running;

    ContentSweep(
            Database database,
            AttachmentStore attachments,
            ContentStore contents,
            InstantSource time,
            Surprises surprises) {
        this.database = database;
        this.attachments = attachments;
        this.contents = contents;
        this.time = time;
        this.loop = new Loop("contents", this::pass, EVERY, surprises);
    }

    /** Removes a part; returns how many attachments and contents it dealt with. */
    int pass() {
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

    @Override
    public void start() {
        running = true;
        loop.start();
    }

    @Override
    public void stop() {
        running = false;
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
