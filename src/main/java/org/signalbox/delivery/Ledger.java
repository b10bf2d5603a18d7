package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.Unwritten.Entry;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** What lanes have to say, all of it or nothing: attempts, what is set aside, cursors, notes. */
@Component
final class Ledger {
    private final LaneStore lanes;
    private final SetAsideStore asides;
    private final AttemptStore attempts;
    private final Merges merges;
    private final Announcer announcer;

    Ledger(
            LaneStore lanes,
            SetAsideStore asides,
            AttemptStore attempts,
            Merges merges,
            Announcer announcer) {
        this.lanes = lanes;
        this.asides = asides;
        this.attempts = attempts;
        this.merges = merges;
        this.announcer = announcer;
    }

    /** Set-aside deliveries that were asked for, handed over once the transaction has ended. */
    record Answer(RunningLane lane, Follow asked, List<SetAside> found) {
        void deliver() {
            SetAside first = found.isEmpty() ? null : found.getFirst();
            lane.change(rules -> rules.follow(asked, first, found.size() > 1));
        }
    }

    /** Leaves out what was deleted while something was under way. */
    List<Entry> existing(View view, List<Entry> entries) {
        Set<Long> ids = lanes.existing(view, entries.stream().map(Entry::webhookId).toList());
        return entries.stream().filter(entry -> ids.contains(entry.webhookId())).toList();
    }

    List<Answer> write(Tx tx, List<Entry> entries) {
        var answers = new ArrayList<Answer>();
        for (Entry entry : entries) {
            LaneChanges changes = entry.changes();
            if (changes != null) {
                merges.write(tx, entry.webhookId(), changes.merged());
                asides.write(tx, entry.webhookId(), changes);
                saveState(tx, entry, changes.state());
                answers.addAll(answers(tx, entry, changes));
            }
            entry.notes().forEach(note -> note.accept(tx));
        }
        attempts.insert(tx, entries.stream().flatMap(entry -> entry.attempts().stream()).toList());
        return answers;
    }

    /** Cursor and counters, and the event that says so when the webhook fares otherwise now. */
    void saveState(Tx tx, Entry entry, LaneState state) {
        lanes.save(tx, entry.webhookId(), state);
        announcer.announce(tx, entry, state);
    }

    List<Answer> answers(View view, Entry entry, LaneChanges changes) {
        return changes.wanted().stream()
                .map(asked ->
                        new Answer(
                                entry.lane(), asked, asides.next(view, entry.webhookId(), asked)))
                .toList();
    }
}
