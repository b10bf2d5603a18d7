package org.signalbox.journal;

import java.util.List;
import org.signalbox.account.Rights;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Types;

/** Reactions in the API. */
final class EmojiReactionHal {

    private EmojiReactionHal() {}

    static Document list(String path, List<EmojiReaction> reactions, Rights rights) {
        return Listing.whole(
                path, reactions.stream().map(reaction -> of(reaction, rights)).toList());
    }

    static Document of(EmojiReaction reaction, Rights rights) {
        var id = reaction.activityId() + "-" + reaction.emoji().word();
        return new Document("EmojiReaction")
                .put("id", id)
                .put("reaction", reaction.emoji().word())
                .put("emoji", reaction.emoji().character())
                .put("reactionsCount", reaction.people().size())
                .put("firstReactionAt", Types.time(reaction.firstAt()))
                .link("self", Link.to("/api/v3/emoji_reactions/" + id))
                .link("reactable", Link.to("/api/v3/activities/" + reaction.activityId()))
                .links(
                        "reactingUsers",
                        reaction.people().stream().map(person -> person(person, rights)).toList());
    }

    private static Link person(Reference person, Rights rights) {
        return rights.seesUser(person.id())
                ? Link.to("/api/v3/users/" + person.id(), person.title())
                : Link.undisclosed();
    }
}
