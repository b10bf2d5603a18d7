/**
 * The pages for administrators, rendered on the server.
 *
 * <p>A {@code …Page} only speaks HTTP: it reads the request, calls the rules of the other packages
 * and hands a view to a template. A view is a record of finished words, colours and geometry, so
 * that templates contain no logic. Every action is a link or a form and works without JavaScript.
 * No rule lives here that the API would not apply as well.
 */
@NullMarked
package org.signalbox.admin;

import org.jspecify.annotations.NullMarked;
