package org.signalbox.relation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * Whether relations would lead back to where they start. What follows something waits for all below
 * it, and what is below something waits for all that it follows.
 */
@Component
public final class Rings {

    private final RelationStore store;

    Rings(RelationStore store) {
        this.store = store;
    }

    /** Whether a relation of this type from one to the other closes a ring; one is left out. */
    boolean closes(View view, RelationType type, long from, long to, long except) {
        return switch (type) {
            case RELATES -> false;
            case FOLLOWS -> {
                var waiting = withAllBelow(view, Set.of(from));
                var reached = awaited(view, Set.of(to), Set.of(), except);
                yield reached.stream().anyMatch(waiting::contains);
            }
            case DUPLICATES, BLOCKS, INCLUDES, REQUIRES ->
                    reached(view, type, to, except).contains(from);
        };
    }

    /** Whether one waits for the other or the other way round, so that it cannot be its parent. */
    public boolean hinderParent(View view, long child, long parent) {
        return awaited(view, Set.of(child), Set.of(), 0).contains(parent)
                || awaited(view, Set.of(), Set.of(parent), 0).contains(child);
    }

    private Set<Long> reached(View view, RelationType type, long start, long except) {
        var reached = new HashSet<>(Set.of(start));
        Collection<Long> edge = Set.of(start);
        while (!edge.isEmpty()) {
            edge = fresh(store.targets(view, type, edge, except), reached);
        }
        return reached;
    }

    private Set<Long> withAllBelow(View view, Collection<Long> start) {
        var all = new HashSet<>(start);
        Collection<Long> edge = start;
        while (!edge.isEmpty()) {
            edge = fresh(store.children(view, edge), all);
        }
        return all;
    }

    /** Those that were not known yet; now they are. */
    private static Set<Long> fresh(Collection<Long> found, Set<Long> known) {
        var fresh = new HashSet<>(found);
        fresh.removeAll(known);
        known.addAll(fresh);
        return fresh;
    }

    /**
     * All that these wait for, and these: a step for many at a time.
     *
     * @param start reached from the outset, with all below them
     * @param above not reached, but what they follow is
     */
    private Set<Long> awaited(
            View view, Collection<Long> start, Collection<Long> above, long except) {
        var reached = new HashSet<Long>();
        var asked = new HashSet<Long>();
        var toReach = new HashSet<>(start);
        var toAsk = new HashSet<>(above);
        while (!toReach.isEmpty() || !toAsk.isEmpty()) {
            var found = fresh(toReach, reached);
            toAsk.addAll(found);
            var asking = fresh(toAsk, asked);
            toReach = new HashSet<>(store.targets(view, RelationType.FOLLOWS, asking, except));
            toReach.addAll(store.children(view, found));
            toAsk = new HashSet<>(store.parents(view, asking));
        }
        return reached;
    }
}
