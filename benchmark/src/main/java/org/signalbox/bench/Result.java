package org.signalbox.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a row on a database.
 *
 * @param failure why the figures do not count, or null
 */
record Result(String row, Database database, List<Figure> figures, @Nullable String failure) {

    boolean isReached() {
        return failure == null && figures.stream().allMatch(Figure::isReached);
    }
}
