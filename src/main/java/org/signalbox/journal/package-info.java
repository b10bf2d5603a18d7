/**
 * What happened to work packages and what people say: activities, comments, reactions.
 *
 * <p>{@link org.signalbox.journal.Journal} writes down every change of a work package in the
 * transaction of the change: who, when, from what, to what, with titles as they were. {@link
 * org.signalbox.journal.Activities} holds the rules of comments, of which internal ones do not
 * exist for who may not see such.
 */
@NullMarked
package org.signalbox.journal;

import org.jspecify.annotations.NullMarked;
