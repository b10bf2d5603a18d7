package org.signalbox.admin;

import java.util.List;

/** What a chart's axis goes up to: a round number, so that its parts are round, too. */
final class Scale {
    private static final List<Integer> HALVES = List.of(2, 4, 6, 8, 10, 12, 16, 20);
    private static final List<Integer> THIRDS = List.of(3, 6, 9, 12, 15, 21, 30);

    private Scale() {}

    /** The next round number of which a half is round. */
    static long halved(double most) {
        return above(most, HALVES);
    }

    /** The next round number of which a third is round. */
    static long inThirds(double most) {
        return above(most, THIRDS);
    }

    private static long above(double most, List<Integer> steps) {
        for (long unit = 1; ; unit *= 10) {
            for (int step : steps) {
                if (step * unit >= most) {
                    return step * unit;
                }
            }
        }
    }
}
