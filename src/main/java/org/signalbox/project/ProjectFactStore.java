package org.signalbox.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.signalbox.hal.Reference;
import org.signalbox.project.ProjectFacts.Member;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of what events about projects tell besides. */
@Component
final class ProjectFactStore {
    private static final String MEMBERS =
            """
            select m.id, m.user_id, u.first_name, u.last_name, u.status = 'locked' as locked,
                   r.id as role_id, r.name as role
              from member m
              join users u on u.id = m.user_id
              join member_role mr on mr.member_id = m.id
              join role r on r.id = mr.role_id
             where m.project_id = :project
             order by m.id, r.position
            """;

    private static final String TASKS =
            """
            select count(*) as tasks, count(case when s.is_closed then 1 end) as done,
                   coalesce(sum(w.estimated_seconds), 0) as planned
              from work_package w
              join status s on s.id = w.status_id
             where w.project_id = :project
            """;

    private static final String TRACKED =
            """
            select coalesce(sum(seconds), 0) from time_entry where project_id = :project
            """;

    ProjectFacts of(View view, long project) {
        Duration tracked =
                view.sql(TRACKED)
                        .param("project", project)
                        .query((row, _) -> Duration.ofSeconds(row.getLong(1)))
                        .single();
        var members = members(view, project);
        return view.sql(TASKS)
                .param("project", project)
                .query((row, _) ->
                        new ProjectFacts(
                                members,
                                row.getLong("tasks"),
                                row.getLong("done"),
                                Duration.ofSeconds(row.getLong("planned")),
                                tracked))
                .single();
    }

    private static List<Member> members(View view, long project) {
        var members = new LinkedHashMap<Long, Member>();
        view.sql(MEMBERS).param("project", project).query((row, _) -> member(row)).list().stream()
                .forEach(one -> members.merge(one.id(), one, ProjectFactStore::withBothRoles));
        return List.copyOf(members.values());
    }

    private static Member member(ResultSet row) throws SQLException {
        String last = row.getString("last_name");
        String first = row.getString("first_name");
        return new Member(
                row.getLong("id"),
                row.getLong("user_id"),
                first.isEmpty() ? last : first,
                first.isEmpty() || last.isEmpty() ? null : last,
                row.getBoolean("locked"),
                List.of(new Reference(row.getLong("role_id"), row.getString("role"))));
    }

    private static Member withBothRoles(Member one, Member same) {
        var roles = new ArrayList<>(one.roles());
        roles.addAll(same.roles());
        return new Member(
                one.id(), one.user(), one.firstName(), one.lastName(), one.locked(), roles);
    }
}
