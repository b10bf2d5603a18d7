package org.signalbox.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class DaysTest {
    private static final String DAYS = "/api/v3/days";
    private static final String HOLIDAYS = DAYS + "/non_working";

    /** Each test has a week of its own, far from where other tests plan. */
    private static final AtomicInteger WEEKS = new AtomicInteger();

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final LocalDate monday =
            LocalDate.parse("2091-01-01").plusWeeks(WEEKS.getAndIncrement());

    @Test
    void a_week_has_five_working_days() {
        var week = persons.add().api().get(DAYS + "/week");

        assertThat(week.at("/total").asInt()).isEqualTo(7);
        assertThat(week.at("/_embedded/elements/4/name").asString()).isEqualTo("Friday");
        assertThat(week.at("/_embedded/elements/4/working").asBoolean()).isTrue();
        assertThat(week.at("/_embedded/elements/5/working").asBoolean()).isFalse();
        var sunday = admin.get(DAYS + "/week/7");
        assertThat(sunday.at("/_type").asString()).isEqualTo("WeekDay");
        assertThat(sunday.at("/day").asInt()).isEqualTo(7);
        assertThat(sunday.at("/_links/self/title").asString()).isEqualTo("Sunday");
        assertThat(admin.get(DAYS + "/week/0").status()).isEqualTo(404);
        assertThat(admin.get(DAYS + "/week/8").status()).isEqualTo(404);
    }

    @Test
    void a_holiday_is_a_day_without_work() {
        LocalDate holiday = monday.plusDays(2);
        var created = takeOut(holiday, "Fair");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_type").asString()).isEqualTo("NonWorkingDay");
        assertThat(created.header("Location")).isEqualTo(HOLIDAYS + "/" + holiday);
        assertThat(admin.get(HOLIDAYS + "/" + holiday).text()).isEqualTo(created.text());
        var day = admin.get(DAYS + "/" + holiday);
        assertThat(day.at("/working").asBoolean()).isFalse();
        assertThat(day.at("/name").asString()).isEqualTo("Wednesday (Fair)");
        assertThat(day.at("/_links/nonWorkingReasons/0/href").asString())
                .isEqualTo(HOLIDAYS + "/" + holiday);
        assertThat(day.at("/_links/weekDay/href").asString()).isEqualTo(DAYS + "/week/3");
        var week = list(DAYS, date("<>d", monday, monday.plusDays(6)));
        assertThat(week.body().findValuesAsString("date")).hasSize(7);
        assertThat(week.at("/_embedded/elements/0/_links/nonWorkingReasons").isMissingNode())
                .isTrue();
        assertThat(workingDays("t")).isEqualTo(4);
        assertThat(workingDays("f")).isEqualTo(3);
        assertThat(list(HOLIDAYS, date("<>d", monday, monday.plusDays(6))).at("/total").asInt())
                .isEqualTo(1);

        assertThat(admin.delete(HOLIDAYS + "/" + holiday).status()).isEqualTo(204);

        assertThat(workingDays("t")).isEqualTo(5);
        assertThat(admin.get(HOLIDAYS + "/" + holiday).status()).isEqualTo(404);
        assertThat(admin.delete(HOLIDAYS + "/" + holiday).status()).isEqualTo(404);
    }

    @Test
    void durations_count_working_days_when_they_are_written() {
        long project = persons.project(false);
        var before = task(project, monday, monday.plusDays(4));
        assertThat(before.at("/duration").asString()).isEqualTo("P5D");
        takeOut(monday.plusDays(1), "Fair");

        assertThat(task(project, monday, monday.plusDays(4)).at("/duration").asString())
                .isEqualTo("P4D");
        String path = "/api/v3/work_packages/" + before.id();
        var renamed =
                admin.patch(
                        path,
                        """
                        {"lockVersion": 0, "subject": "Renamed", "startDate": "%s", "duration": "P5D"}
                        """
                                .formatted(monday));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(renamed.at("/duration").asString()).isEqualTo("P5D");
        var moved =
                admin.patch(
                        path,
                        "{\"lockVersion\": 1, \"duration\": \"P2D\", \"startDate\": \"%s\"}"
                                .formatted(monday));
        assertThat(moved.at("/dueDate").asString()).isEqualTo(monday.plusDays(2).toString());
    }

    @Test
    void only_administrators_change_the_calendar() {
        var ana = persons.add();
        takeOut(monday, "Fair");

        assertThat(ana.api().post(HOLIDAYS, body(monday.plusDays(1), "Mine")).status())
                .isEqualTo(403);
        assertThat(ana.api().delete(HOLIDAYS + "/" + monday).status()).isEqualTo(403);
        var seen = ana.api().get(HOLIDAYS + "/" + monday);
        assertThat(seen.at("/name").asString()).isEqualTo("Fair");
        assertThat(seen.at("/_links/delete").isMissingNode()).isTrue();
        var twice = takeOut(monday, "Fair");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.at("/_embedded/details/attribute").asString()).isEqualTo("date");
        assertThat(admin.post(HOLIDAYS, "{}").body().findValuesAsString("attribute"))
                .containsExactlyInAnyOrder("date", "name");
    }

    @Test
    void without_a_filter_this_month_and_the_next_are_listed() {
        var dates = admin.get(DAYS).body().findValuesAsString("date");

        var first = LocalDate.parse(dates.getFirst());
        assertThat(first.getDayOfMonth()).isEqualTo(1);
        assertThat(LocalDate.parse(dates.getLast())).isEqualTo(first.plusMonths(2).minusDays(1));
        assertThat(LocalDate.now(ZoneOffset.UTC)).isBetween(first, first.plusMonths(1));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        for (String filters :
                List.of(
                        date("<>d", monday, monday.minusDays(1)),
                        date("<>d", monday, monday.plusYears(20)),
                        "[{\"date\":{\"operator\":\"=d\",\"values\":[\"soon\"]}}]",
                        "[{\"date\":{\"operator\":\"~\",\"values\":[\"2026-01-01\"]}}]",
                        "[{\"working\":{\"operator\":\"=\",\"values\":[\"maybe\"]}}]",
                        "[{\"moon\":{\"operator\":\"=\",\"values\":[\"t\"]}}]")) {
            assertThat(list(DAYS, filters).status()).as(filters).isEqualTo(400);
        }
        assertThat(admin.get(DAYS + "/2026-02-30").status()).isEqualTo(404);
        assertThat(admin.get(DAYS + "/+999999999-12-31").status()).isEqualTo(404);
    }

    private int workingDays(String flag) {
        String filters = date("<>d", monday, monday.plusDays(6));
        return list(
                        DAYS,
                        filters.replace(
                                "}}]",
                                "}},{\"working\":{\"operator\":\"=\",\"values\":[\"%s\"]}}]"
                                        .formatted(flag)))
                .at("/total")
                .asInt();
    }

    private Api.Answer task(long project, LocalDate start, LocalDate due) {
        return admin.post(
                "/api/v3/projects/" + project + "/work_packages",
                "{\"subject\": \"Planned\", \"startDate\": \"%s\", \"dueDate\": \"%s\"}"
                        .formatted(start, due));
    }

    private Api.Answer takeOut(LocalDate date, String name) {
        return admin.post(HOLIDAYS, body(date, name));
    }

    private static String body(LocalDate date, String name) {
        return "{\"date\": \"%s\", \"name\": \"%s\"}".formatted(date, name);
    }

    private Api.Answer list(String path, String filters) {
        return admin.get(path + "?filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8));
    }

    private static String date(String operator, LocalDate first, LocalDate last) {
        return "[{\"date\":{\"operator\":\"%s\",\"values\":[\"%s\",\"%s\"]}}]"
                .formatted(operator, first, last);
    }
}
