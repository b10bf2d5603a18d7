package org.signalbox.calendar;

import static org.signalbox.hal.Types.STRING;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;

/** Days in the API. */
final class DayHal {
    static final String DAYS = "/api/v3/days";
    static final String WEEK = DAYS + "/week";
    static final String HOLIDAYS = DAYS + "/non_working";

    static final Attribute<NonWorkingDay, LocalDate> DATE =
            Attribute.of("date", Types.DATE, NonWorkingDay::date).writableOnCreate().required();
    static final Attribute<NonWorkingDay, String> NAME =
            Attribute.of("name", STRING, NonWorkingDay::name)
                    .writableOnCreate()
                    .required()
                    .length(1, 255);

    static final Description<NonWorkingDay> NON_WORKING =
            Description.<NonWorkingDay>of("NonWorkingDay").with(DATE, NAME);

    private DayHal() {}

    static Document document(Day day) {
        NonWorkingDay holiday = day.holiday();
        DayOfWeek weekday = day.date().getDayOfWeek();
        String name = name(weekday);
        Document document =
                new Document("Day")
                        .put("date", day.date().toString())
                        .put("name", holiday == null ? name : name + " (" + holiday.name() + ")")
                        .put("working", day.working())
                        .link("self", Link.to(DAYS + "/" + day.date()))
                        .link("weekDay", link(weekday));
        return day.working() ? document : document.links("nonWorkingReasons", reasons(day));
    }

    static Document document(DayOfWeek day) {
        return new Document("WeekDay")
                .put("day", day.getValue())
                .put("name", name(day))
                .put("working", WorkingDays.isWorking(day))
                .link("self", link(day));
    }

    static Document document(NonWorkingDay day, boolean mayChange) {
        Document document = NON_WORKING.document(day).link("self", link(day));
        String self = HOLIDAYS + "/" + day.date();
        return mayChange ? document.link("delete", Link.action(self, "delete")) : document;
    }

    private static List<Link> reasons(Day day) {
        List<Link> reasons = new ArrayList<>();
        if (!WorkingDays.isWorking(day.date().getDayOfWeek())) {
            reasons.add(link(day.date().getDayOfWeek()));
        }
        NonWorkingDay holiday = day.holiday();
        if (holiday != null) {
            reasons.add(link(holiday));
        }
        return reasons;
    }

    private static Link link(DayOfWeek day) {
        return Link.to(WEEK + "/" + day.getValue(), name(day));
    }

    private static Link link(NonWorkingDay day) {
        return Link.to(HOLIDAYS + "/" + day.date(), day.name());
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static List<Shape> shapes() {
        var newYear = new NonWorkingDay(LocalDate.of(2027, Month.JANUARY, 1), "New Year's Day");
        return List.of(
                Shape.of("Day")
                        .property("date", Types.DATE)
                        .property("name", STRING)
                        .property("working", Types.BOOLEAN)
                        .links("self", "weekDay", "nonWorkingReasons[]")
                        .example(document(new Day(newYear.date(), newYear))),
                Shape.of("WeekDay")
                        .property("day", Types.INTEGER)
                        .property("name", STRING)
                        .property("working", Types.BOOLEAN)
                        .links("self")
                        .example(document(DayOfWeek.MONDAY)),
                NON_WORKING.shape().links("self", "delete").example(document(newYear, true)),
                NON_WORKING.writeShape());
    }
}
