package org.signalbox.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Rights;
import org.signalbox.project.Planning;
import org.signalbox.project.Project;
import tools.jackson.databind.json.JsonMapper;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant TIME = Instant.parse("2026-03-04T10:15:30.123456Z");
    private static final Project PROJECT =
            new Project(
                    7,
                    "orchard",
                    "Orchard",
                    "",
                    true,
                    true,
                    null,
                    "",
                    List.of(),
                    null,
                    Planning.OPEN,
                    TIME,
                    TIME);

    @Test
    void a_detail_comes_back_as_it_was() {
        var list = new TaskList(4, PROJECT.reference(), "Spring", 2, true, TIME, TIME);
        var detail = new TaskListDetail(list, PROJECT);
        var read = JSON.readValue(JSON.writeValueAsString(detail), TaskListDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(TaskListHal.single(read, Rights.ofSystem()).json())
                .isEqualTo(TaskListHal.single(detail, Rights.ofSystem()).json());
    }
}
