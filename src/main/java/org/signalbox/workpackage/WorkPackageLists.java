package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Names;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Sort;

/** What lists of work packages can show, and by what they are filtered, sorted and grouped. */
public final class WorkPackageLists {

    /** Not for the eyes of people, or too long for a table. */
    private static final Set<String> NO_COLUMNS =
            Set.of(
                    "lockVersion",
                    "description",
                    "scheduleManually",
                    "ignoreNonWorkingDays",
                    "readonly",
                    "date",
                    "attachments");

    private static final Set<String> NOW = Set.of("PT0S");

    private WorkPackageLists() {}

    /** The columns that a table of them can have, by the names of attributes. */
    public static List<String> columns() {
        return WORK_PACKAGE.attributes().stream()
                .map(Attribute::name)
                .filter(name -> !NO_COLUMNS.contains(name))
                .toList();
    }

    public static List<String> filters() {
        return Arrays.stream(WorkPackageFilters.FILTERS).map(Filter::name).toList();
    }

    public static List<String> sorts() {
        return Arrays.stream(WorkPackageFilters.SORTS).map(Sort::name).toList();
    }

    public static List<String> groupings() {
        return Grouping.ALL.stream().map(Grouping::name).toList();
    }

    /** The column that a client calls so. */
    public static Optional<String> column(String name) {
        return among(columns(), name);
    }

    /** The filter that a client calls so. */
    public static Optional<String> filter(String name) {
        return Stream.of(WorkPackageFilters.FILTERS)
                .filter(filter -> filter.isCalled(name))
                .map(Filter::name)
                .findFirst();
    }

    /** The sort key that a client calls so. */
    public static Optional<String> sort(String name) {
        return Stream.of(WorkPackageFilters.SORTS)
                .filter(sort -> sort.isCalled(name))
                .map(Sort::name)
                .findFirst();
    }

    /** What a client calls so, by which a list is put into groups. */
    public static Optional<String> grouping(String name) {
        return Grouping.ALL.stream()
                .filter(one -> one.isCalled(name))
                .map(Grouping::name)
                .findFirst();
    }

    /** How a column or a filter is called for people. */
    public static String title(String name) {
        return WORK_PACKAGE.title(name).orElseGet(() -> Names.humanized(name));
    }

    /** Work packages are shown as they are now, never beside what they were. */
    public static void refuseOtherTimes(Listing listing) {
        var times = listing.words("timestamps");
        if (times != null && !NOW.containsAll(times)) {
            throw new Refusal.BadQuery("Timestamps other than PT0S are not supported.");
        }
    }

    /**
     * Refuses a list that there cannot be.
     *
     * @param me the id of who asks
     */
    public static void check(Listing listing, long me) {
        WORK_PACKAGE.select(listing, me);
        Grouping.of(listing);
    }

    private static Optional<String> among(List<String> names, String name) {
        return names.stream().filter(known -> Names.same(known, name)).findFirst();
    }
}
