package org.signalbox.workpackage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * The SQL of the order in task lists. Who moves makes others move; theirs is no change of their
 * own.
 */
@Component
final class PlaceStore {

    private static final String COUNT_OTHERS =
            """
            select count(*) from work_package where task_list_id = :list and id <> :id
            """;

    private static final String LEAVE =
            """
            update work_package set task_list_position = task_list_position - 1
             where task_list_id = :list and task_list_position > (
                   select w.task_list_position from work_package w where w.id = :id)
            """;

    private static final String MAKE_ROOM =
            """
            update work_package set task_list_position = task_list_position + 1
             where task_list_id = :list and task_list_position >= :position and id <> :id
            """;

    private static final String SET =
            """
            update work_package set task_list_id = :list, task_list_position = :position
             where id = :id
            """;

    private static final String CLEAR =
            """
            update work_package
               set task_list_id = null, task_list_position = null
             where task_list_id = :list
            """;

    private static final String CLOSE_GAPS =
            """
            update work_package set task_list_position = r.place
              from (select id, row_number() over (
                           partition by task_list_id order by task_list_position, id) as place
                      from work_package
                     where task_list_id in (:lists)) r
             where r.id = work_package.id and work_package.task_list_position <> r.place
            """;

    /** How many others there are in the list. */
    long others(View view, long taskListId, long workPackageId) {
        return view.sql(COUNT_OTHERS)
                .param("list", taskListId)
                .param("id", workPackageId)
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    /** What the list holds, oldest first. */
    List<Long> in(View view, long taskListId) {
        return view.sql("select id from work_package where task_list_id = :list order by id")
                .param("list", taskListId)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    /** Puts a work package from one place into another, or into or out of a list. */
    void move(Tx tx, long workPackageId, @Nullable ListPlace from, @Nullable ListPlace to) {
        touch(tx, from, to);
        if (from != null) {
            tx.sql(LEAVE).param("list", from.taskList().id()).param("id", workPackageId).update();
        }
        if (to != null) {
            tx.sql(MAKE_ROOM)
                    .param("list", to.taskList().id())
                    .param("position", to.position())
                    .param("id", workPackageId)
                    .update();
        }
        tx.sql(SET)
                .param("list", to == null ? null : to.taskList().id())
                .param("position", to == null ? null : to.position())
                .param("id", workPackageId)
                .update();
    }

    /** Touches the lists, so that of two that sort them one waits for the other. */
    private static void touch(Tx tx, @Nullable ListPlace from, @Nullable ListPlace to) {
        var lists = new ArrayList<Long>();
        if (from != null) {
            lists.add(from.taskList().id());
        }
        if (to != null) {
            lists.add(to.taskList().id());
        }
        tx.sql("update task_list set position = position where id in (:lists)")
                .param("lists", lists)
                .update();
    }

    /** Takes everything out of a list. */
    void clear(Tx tx, long taskListId) {
        tx.sql(CLEAR).param("list", taskListId).update();
    }

    /** Numbers what is left in these lists. */
    void closeGaps(Tx tx, Collection<Long> taskListIds) {
        if (!taskListIds.isEmpty()) {
            tx.sql(CLOSE_GAPS).param("lists", taskListIds).update();
        }
    }
}
