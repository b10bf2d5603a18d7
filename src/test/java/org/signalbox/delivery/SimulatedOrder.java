package org.signalbox.delivery;

import static org.signalbox.delivery.SimulatedPromises.hold;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/** What is still to be delivered, and what of it must not overtake what. */
final class SimulatedOrder {
    private final TreeMap<Long, String> undone = new TreeMap<>();
    private final Map<Long, String> subjects = new HashMap<>();
    private final TreeSet<Long> inOrder = new TreeSet<>();
    private final Map<String, TreeSet<Long>> inOrderAbout = new HashMap<>();
    private final Set<Long> outOfOrder = new HashSet<>();
    private final Set<Long> started = new HashSet<>();

    /** In strict order these come first. */
    private final Set<Long> setAsideInOtherOrder = new HashSet<>();

    private Order order;
    private boolean changed;

    SimulatedOrder(Order order) {
        this.order = order;
    }

    void happened(Wanted event) {
        subjects.put(event.sequence(), event.subject());
        undo(event.sequence());
    }

    /** It is to be delivered, perhaps once more as nobody knows of the first time. */
    void undo(long sequence) {
        String subject = subject(sequence);
        undone.put(sequence, subject);
        if (!outOfOrder.contains(sequence)) {
            inOrder.add(sequence);
            about(subject).add(sequence);
        }
    }

    private String subject(long sequence) {
        return Objects.requireNonNull(subjects.get(sequence));
    }

    private SortedSet<Long> about(String subject) {
        return inOrderAbout.computeIfAbsent(subject, _ -> new TreeSet<>());
    }

    boolean isUndone(long sequence) {
        return undone.containsKey(sequence);
    }

    /** Whether nothing else about its subject comes first. */
    boolean isFirst(long sequence) {
        return about(subject(sequence)).headSet(sequence).isEmpty();
    }

    void done(long sequence) {
        if (undone.remove(sequence) != null) {
            release(sequence);
        }
    }

    /** By a person's wish it may go out of order; it holds nothing back either. */
    void sentOutOfOrder(long sequence) {
        outOfOrder.add(sequence);
        release(sequence);
    }

    private void release(long sequence) {
        if (inOrder.remove(sequence)) {
            about(subject(sequence)).remove(sequence);
        }
    }

    void changedTo(Order other, Set<Long> setAside) {
        order = other;
        changed = true;
        setAsideInOtherOrder.addAll(setAside);
    }

    /** What must not be on its way at the same time. */
    String kind(long sequence, String subject) {
        return switch (order) {
            case SUBJECT -> subject;
            case STRICT -> "";
            case NONE -> "" + sequence;
        };
    }

    void starts(Send send) {
        if (!send.again() && inOrder.contains(send.sequence())) {
            hold(!isHeldBack(send.sequence()), "nothing is overtaken", send);
        }
        started.add(send.sequence());
    }

    private boolean isHeldBack(long sequence) {
        return switch (order) {
            case SUBJECT -> about(subject(sequence)).first() < sequence;
            case STRICT -> inOrder.first() < sequence && !setAsideInOtherOrder.contains(sequence);
            case NONE -> false;
        };
    }

    /**
     * A probe takes the oldest that was never tried and that nothing holds back, if there is.
     *
     * @param waits whether it waits for others to go out with it
     */
    void probes(Send send, long readUpTo, LongPredicate waits) {
        if (!Collections.disjoint(setAsideInOtherOrder, undone.keySet())) {
            return;
        }
        boolean first = !send.again() && send.attempt() == 1;
        long before = first ? Math.min(send.sequence(), readUpTo + 1) : readUpTo + 1;
        var waiting = new HashSet<String>();
        for (long sequence : undone.headMap(before).keySet()) {
            boolean held = !waiting.add(kind(sequence, subject(sequence)));
            boolean free = !held && !waits.test(sequence);
            boolean better = free && !started.contains(sequence);
            hold(!better, "a probe takes the oldest that was never tried", sequence);
        }
    }

    List<Long> undoneUpTo(long sequence) {
        return List.copyOf(undone.headMap(sequence, true).keySet());
    }

    /** The receiver has been well for a while. */
    void soon(LongPredicate neverTaken) {
        boolean strict = order == Order.STRICT;
        boolean stuck = strict && undone.keySet().stream().anyMatch(neverTaken::test);
        if (stuck || changed) {
            return; // what each retry waits for then comes one after the other
        }
        var hopeless = new HashSet<String>();
        for (Map.Entry<Long, String> left : undone.entrySet()) {
            String subject = left.getValue();
            if (neverTaken.test(left.getKey())) {
                hopeless.add(subject);
            }
            boolean holds = hopeless.contains(subject) || subject.equals("calm");
            hold(holds, "what a receiver takes arrives soon", left);
        }
    }
}
