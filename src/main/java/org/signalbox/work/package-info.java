/**
 * Pages for the work itself: projects with their members and work packages, logged time, people.
 * They stand on the rules of the API, so that whoever tries Signalbox without a client causes the
 * same events as one would.
 *
 * <p>A form is data here: {@link org.signalbox.work.Field}s that are called as the API calls them,
 * so that one template shows all forms and one place turns what was typed into what a client would
 * have sent.
 */
@NullMarked
package org.signalbox.work;

import org.jspecify.annotations.NullMarked;
