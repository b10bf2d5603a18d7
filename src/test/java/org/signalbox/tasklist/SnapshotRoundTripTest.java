package org.signalbox.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Snapshots.PROJECT;
import static org.signalbox.testing.Snapshots.TIME;
import static org.signalbox.testing.Snapshots.again;

import org.junit.jupiter.api.Test;
import org.signalbox.account.Rights;

/** What events hold comes back as it was. */
class SnapshotRoundTripTest {
    @Test
    void a_detail_comes_back_as_it_was() {
        var list = new TaskList(4, PROJECT.reference(), "Spring", 2, true, TIME, TIME);
        var detail = new TaskListDetail(list, PROJECT);
        var read = again(detail, TaskListDetail.class);
        assertThat(read).isEqualTo(detail);
        assertThat(TaskListHal.single(read, Rights.ofSystem()).json())
                .isEqualTo(TaskListHal.single(detail, Rights.ofSystem()).json());
    }
}
