/**
 * Queries: what people want to see of the work packages, with a name, for themselves or for all.
 *
 * <p>A query is shown with the list that it stands for. What it says of filters, columns and order
 * are resources of their own, which come from what lists of work packages take.
 */
@NullMarked
package org.signalbox.query;

import org.jspecify.annotations.NullMarked;
