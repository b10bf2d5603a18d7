package org.signalbox.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Flow;
import org.signalbox.delivery.Stretch;

/** How much went out in some time, and how fast, as charts. */
record FlowCharts(Span span, Flow flow, Wording wording) {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 200;
    private static final double BASE = 160;
    private static final double LAG_WIDTH = 520;
    private static final double LAG_HEIGHT = 180;
    private static final int LABELS = 8;
    private static final int LAG_LABELS = 4;

    OverviewView.Throughput throughput() {
        long delivered = most(Stretch::delivered);
        long failed = most(Stretch::failed);
        double most = Math.max((double) delivered, failed * BASE / (HEIGHT - BASE));
        long top = Scale.halved(most);
        return new OverviewView.Throughput(
                wording.say("overview.throughput.steps." + span.word()),
                alternative(delivered),
                WIDTH,
                HEIGHT,
                BASE,
                bars(BASE / top),
                List.of(wording.count(top), wording.count(top / 2), "0"),
                times(LABELS));
    }

    private long most(Function<Stretch, Long> count) {
        return flow.parts().stream().mapToLong(count::apply).max().orElse(0);
    }

    private String alternative(long most) {
        Stretch whole = flow.whole();
        Stretch busiest =
                flow.parts().stream()
                        .filter(part -> part.delivered() == most)
                        .findFirst()
                        .orElse(whole);
        return wording.say(
                "overview.throughput.alternative",
                whole.delivered(),
                whole.failed(),
                wording.say("overview.throughput.steps." + span.word()),
                most,
                wording.minute(busiest.start()));
    }

    private List<Bar> bars(double unit) {
        List<Stretch> parts = flow.parts();
        double pitch = WIDTH / parts.size();
        double wide = Point.rounded(pitch * 0.8);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Stretch part = parts.get(i);
            double x = Point.rounded((i + 0.1) * pitch);
            if (part.delivered() > 0) {
                double tall = tall(part.delivered() * unit);
                bars.add(new Bar("up", x, Point.rounded(BASE - tall), wide, tall));
            }
            if (part.failed() > 0) {
                bars.add(new Bar("down", x, BASE + 1, wide, tall(part.failed() * unit)));
            }
        }
        return bars;
    }

    /** Even one of thousands is seen. */
    private static double tall(double height) {
        return Point.rounded(Math.max(3, Math.min(height, BASE)));
    }

    OverviewView.Lag lag() {
        double most = 0;
        for (Stretch part : flow.parts()) {
            most = Math.max(most, millis(part.lagP99()));
        }
        long top = Scale.inThirds(most);
        return new OverviewView.Lag(
                lagAlternative(),
                LAG_WIDTH,
                LAG_HEIGHT,
                List.of(1.0, LAG_HEIGHT / 3, LAG_HEIGHT * 2 / 3),
                line(Stretch::lag, top),
                line(Stretch::lagP99, top),
                List.of(took(top), took(top * 2 / 3), took(top / 3), "0"),
                times(LAG_LABELS));
    }

    private String lagAlternative() {
        Duration half = flow.whole().lag();
        Duration most = flow.whole().lagP99();
        return half == null || most == null
                ? wording.say("overview.lag.none")
                : wording.say("overview.lag.alternative", wording.took(half), wording.took(most));
    }

    private String took(long millis) {
        return wording.took(Duration.ofMillis(millis));
    }

    private static double millis(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toNanos() / 1_000_000.0;
    }

    /** Where nothing arrived the line is interrupted. */
    private OverviewView.Line line(Function<Stretch, @Nullable Duration> value, long top) {
        StringBuilder curve = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        List<@Nullable Duration> values =
                flow.parts().stream().<@Nullable Duration>map(value).toList();
        for (int i = 0; i < values.size(); i++) {
            Duration lag = values.get(i);
            if (lag != null) {
                double x = Point.rounded((i + 0.5) * LAG_WIDTH / values.size());
                double y = Point.rounded((LAG_HEIGHT - 2) * (1 - millis(lag) / top) + 1);
                boolean before = i > 0 && values.get(i - 1) != null;
                boolean after = i + 1 < values.size() && values.get(i + 1) != null;
                if (before || after) {
                    curve.append(before ? 'L' : 'M').append(x).append(' ').append(y);
                } else {
                    dots.append('M').append(x).append(' ').append(y).append("h0");
                }
            }
        }
        return new OverviewView.Line(curve.toString(), dots.toString());
    }

    private List<String> times(int labels) {
        List<String> times = new ArrayList<>();
        List<Stretch> parts = flow.parts();
        for (int i = 0; i < labels; i++) {
            Instant start = parts.get(i * parts.size() / labels).start();
            times.add(span == Span.WEEK ? wording.day(start) : wording.hour(start));
        }
        times.add(wording.say("chart.now"));
        return times;
    }
}
