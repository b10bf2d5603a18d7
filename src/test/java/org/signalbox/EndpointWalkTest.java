package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;

/**
 * Walks every endpoint as an administrator, a member and a reader of a private project, a stranger
 * and nobody, and holds what each gets against a table.
 */
@Tag("api")
class EndpointWalkTest {
    private static final List<WalkLine> TABLE = WalkLine.all("endpoint-walk.txt");

    private static Walk walk;
    private static Map<String, Api> visitors;

    @BeforeAll
    static void build_the_world() {
        walk = Walk.start(Map.of(), false);
        visitors = new LinkedHashMap<>();
        visitors.put("anonymous", walk.server().api().anonymous());
        visitors.put("stranger", walk.stranger());
        visitors.put("reader", walk.reader());
        visitors.put("member", walk.member());
        visitors.put("administrator", walk.server().api());
    }

    @AfterAll
    static void stop() {
        walk.close();
    }

    @Test
    void every_endpoint_has_a_line_and_every_line_an_endpoint() {
        var lines = new TreeSet<String>();
        for (WalkLine line : TABLE) {
            assertThat(lines.add(line.route())).as("a second line for " + line.route()).isTrue();
        }
        var missing = new TreeSet<>(walk.routes());
        missing.removeAll(lines);
        assertThat(missing).as("endpoints without a line").isEmpty();
        lines.removeAll(walk.routes());
        assertThat(lines).as("lines without an endpoint").isEmpty();
    }

    @Test
    void everybody_gets_what_the_table_says() {
        var wrong = new ArrayList<String>();
        for (WalkLine line : TABLE) {
            var statuses = new ArrayList<Integer>();
            visitors.values()
                    .forEach(visitor -> statuses.addFirst(walk.visit(line, visitor, wrong)));
            if (!statuses.equals(line.statuses())) {
                wrong.add("%s  %s, not %s".formatted(line.route(), statuses, line.statuses()));
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(walk.server().surprises()).isZero();
    }
}
