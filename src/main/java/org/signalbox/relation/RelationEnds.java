package org.signalbox.relation;

import java.util.Collection;
import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.hal.Document;

/** How the work packages look that relations join. A bean of those who know them. */
public interface RelationEnds {

    /** Those of these work packages that there are for the actor, by id. */
    Map<Long, Document> documents(Actor actor, Collection<Long> workPackageIds);
}
