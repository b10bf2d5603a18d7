package org.signalbox.attachment;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.hal.Reference;
import tools.jackson.databind.JsonNode;

/**
 * An attachment with what its single representation embeds; what events about it hold.
 *
 * @param author null if that person was deleted
 * @param project where the container belongs
 * @param container the record of the container, whose kind the attachment knows
 */
public record AttachmentDetail(
        Attachment attachment,
        @Nullable User author,
        @Nullable Reference project,
        @Nullable JsonNode container) {}
