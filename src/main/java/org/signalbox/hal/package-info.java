/**
 * The API's vocabulary: HAL documents and links, one {@link org.signalbox.hal.Description} per
 * resource, requests with their listings and bodies, and the refusals with their error documents.
 *
 * <p>A resource describes its attributes, filters and sort keys once. From that come its
 * representation, the reading and checking of what clients write, the conditions of its lists, its
 * schema ({@link org.signalbox.hal.Description#schema}) and, with the rules of its writes, its
 * forms ({@link org.signalbox.hal.Form}). Text that reaches SQL comes from descriptions only, never
 * from a request: what clients send is always bound as a parameter.
 *
 * <p>Knows no resource, no person and no table.
 */
@NullMarked
package org.signalbox.hal;

import org.jspecify.annotations.NullMarked;
