package org.signalbox.attachment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Change;

/** Which attachments something has, and which ones it is to have. */
public record AttachmentChoice(List<Attachment> before, List<Attachment> after) {

    /** The name of the link under which a client writes its choice. */
    public static final String LINK = "attachments";

    /** Nothing comes and nothing goes. */
    public static final AttachmentChoice NONE = new AttachmentChoice(List.of(), List.of());

    private record Target(String href, String title) {}

    public AttachmentChoice {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Whether anything comes or goes. */
    public boolean isChange() {
        return !before.equals(after);
    }

    /** Both as links. */
    public Change change() {
        return new Change(targets(before), targets(after));
    }

    private static @Nullable Object targets(List<Attachment> attachments) {
        return attachments.stream()
                .map(one -> new Target(Attachment.path(one.id()), one.fileName()))
                .toList();
    }
}
