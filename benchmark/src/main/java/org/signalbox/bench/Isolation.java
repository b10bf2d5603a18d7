package org.signalbox.bench;

import java.time.Duration;

/** Nine fast webhooks without, and then with a tenth whose receiver never answers. */
final class Isolation implements Row {

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public void measure(Stage stage, Figures figures) throws Exception {
        var nine = new Nine(stage);
        var length = Duration.ofSeconds(stage.scaled(12, 6));
        try (var api = new Api(stage.server())) {
            for (int round = 1; round <= stage.rounds(); round++) {
                double without = nine.p99(length);
                long hanging = api.subscribe(stage.receiver().hanging(), Rows.TYPE);
                double with = nine.p99(length);
                api.delete(hanging);
                stage.progress(
                        "round %d: p99 %.2f ms without, %.2f ms with"
                                .formatted(round, without, with));
                figures.add("p99 ratio", with / without, Goal.atMost(1.3));
                figures.add("p99 ms without", without);
                figures.add("p99 ms with", with);
            }
        }
    }
}
