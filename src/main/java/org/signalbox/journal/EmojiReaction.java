package org.signalbox.journal;

import java.time.Instant;
import java.util.List;
import org.signalbox.hal.Reference;

/**
 * Those who reacted to an activity in the same way.
 *
 * @param people the first one first
 */
public record EmojiReaction(
        long activityId, Emoji emoji, Instant firstAt, List<Reference> people) {}
