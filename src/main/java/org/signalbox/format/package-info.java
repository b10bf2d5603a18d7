/**
 * The payload formats: pure functions from an event to the body and the headers of a request.
 *
 * <p>A body is made from the snapshot that the event holds and from nothing else, so that every
 * attempt of a delivery, today or in a month, has the same bytes. Subjects look as the API shows
 * them to an administrator, with one level of embedding.
 */
@NullMarked
package org.signalbox.format;

import org.jspecify.annotations.NullMarked;
