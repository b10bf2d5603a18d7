/**
 * The description of the API as OpenAPI 3.1: routes come from the controllers' own mappings, what
 * each answers and takes from {@link org.signalbox.hal.Endpoint} and {@link
 * org.signalbox.hal.Shape}. So a route cannot exist without being listed, and tests hold every
 * answer against its schema.
 */
@NullMarked
package org.signalbox.spec;

import org.jspecify.annotations.NullMarked;
