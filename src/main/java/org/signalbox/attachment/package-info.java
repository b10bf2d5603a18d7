/**
 * Files on work packages and comments: who attached what, and the contents.
 *
 * <p>Contents stand in the database, in pieces, written one by one while they come in and before
 * the attachment that they belong to; what never came to belong to one is swept away. {@link
 * org.signalbox.attachment.Attachments} holds the rules; what can have attachments is an {@link
 * org.signalbox.attachment.Attachable} of a package below.
 */
@NullMarked
package org.signalbox.attachment;

import org.jspecify.annotations.NullMarked;
