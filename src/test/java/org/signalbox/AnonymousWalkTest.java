package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks every endpoint as nobody, where one need not be signed in: around a project that is
 * private, and around one that is public.
 */
@Tag("api")
class AnonymousWalkTest {
    private static final List<WalkLine> TABLE = WalkLine.all("endpoint-walk.txt");
    private static final int STRANGER = 3;

    /** What is different from what a stranger gets: all that would have to belong to somebody. */
    private static final String NOBODYS =
            """
            GET /my_preferences 401
            PATCH /my_preferences 401
            GET /notifications 403
            POST /notifications/read_ian 403
            POST /notifications/unread_ian 403
            POST /absences 403
            POST /absences/form 403
            POST /queries/form 403
            """;

    /** What is different besides if the project is public: its work is read, and not written. */
    private static final String PUBLIC =
            """
            POST /memberships 403
            GET /projects/{key} 200
            PATCH /projects/{key} 403
            POST /projects/{key}/form 403
            POST /projects/{key}/favorite 403
            DELETE /projects/{key}/favorite 403
            POST /workspaces/{key}/favorite 403
            DELETE /workspaces/{key}/favorite 403
            GET /projects/{key}/available_assignees 403
            GET /projects/{key}/available_responsibles 403
            GET /workspaces/{key}/available_assignees 403
            GET /projects/{key}/budgets 200
            GET /projects/{key}/configuration 200
            GET /projects/{key}/sprints 200
            GET /projects/{key}/types 200
            GET /workspaces/{key}/types 200
            GET /projects/{key}/comments 200
            POST /projects/{key}/comments 403
            GET /project_comments/{id} 200
            PATCH /project_comments/{id} 403
            DELETE /project_comments/{id} 403
            POST /versions 403
            GET /versions/schema 200
            GET /versions/{id} 200
            PATCH /versions/{id} 403
            POST /versions/{id}/form 403
            DELETE /versions/{id} 403
            GET /versions/{id}/projects 200
            GET /versions/{id}/workspaces 200
            GET /projects/{key}/versions 200
            GET /workspaces/{key}/versions 200
            GET /projects/{key}/categories 200
            GET /workspaces/{key}/categories 200
            POST /projects/{key}/categories 403
            POST /workspaces/{key}/categories 403
            GET /categories/{id} 200
            PATCH /categories/{id} 403
            DELETE /categories/{id} 403
            POST /task_lists 403
            POST /task_lists/form 403
            GET /task_lists/{id} 200
            PATCH /task_lists/{id} 403
            POST /task_lists/{id}/form 403
            DELETE /task_lists/{id} 403
            GET /task_lists/{id}/work_packages 200
            GET /projects/{key}/task_lists 200
            POST /projects/{key}/task_lists 403
            POST /assignments 403
            POST /assignments/form 403
            GET /statuses 200
            GET /statuses/{id} 200
            GET /types 200
            GET /types/{id} 200
            GET /priorities 200
            GET /priorities/{id} 200
            POST /work_packages 403
            GET /work_packages/schemas/{key} 200
            GET /projects/{key}/work_packages 200
            POST /projects/{key}/work_packages 403
            POST /projects/{key}/work_packages/form 403
            GET /workspaces/{key}/work_packages 200
            POST /workspaces/{key}/work_packages 403
            POST /workspaces/{key}/work_packages/form 403
            GET /work_packages/{id} 200
            PATCH /work_packages/{id} 403
            POST /work_packages/{id}/form 403
            DELETE /work_packages/{id} 403
            GET /work_packages/{id}/available_assignees 403
            GET /work_packages/{id}/available_responsibles 403
            GET /work_packages/{id}/available_projects 403
            GET /work_packages/{id}/available_relation_candidates 403
            GET /work_packages/{id}/file_links 200
            GET /work_packages/{id}/revisions 200
            GET /work_packages/{id}/reminders 200
            POST /relations 403
            GET /relations/{id} 200
            PATCH /relations/{id} 403
            DELETE /relations/{id} 403
            GET /work_packages/{id}/relations 200
            POST /work_packages/{id}/relations 403
            GET /work_packages/{id}/watchers 403
            POST /work_packages/{id}/watchers 403
            DELETE /work_packages/{id}/watchers/{userId} 403
            GET /work_packages/{id}/available_watchers 403
            GET /work_packages/{id}/activities 200
            POST /work_packages/{id}/activities 403
            GET /work_packages/{id}/activities_emoji_reactions 200
            GET /activities/{id} 200
            PATCH /activities/{id} 403
            GET /activities/{id}/emoji_reactions 200
            PATCH /activities/{id}/emoji_reactions 403
            GET /work_packages/{id}/attachments 200
            POST /work_packages/{id}/attachments 403
            GET /activities/{id}/attachments 200
            POST /activities/{id}/attachments 403
            GET /attachments/{id} 200
            GET /attachments/{id}/content 200
            DELETE /attachments/{id} 403
            POST /time_entries 403
            GET /projects/{key}/queries/default 200
            GET /workspaces/{key}/queries/default 200
            GET /queries 200
            GET /queries/default 200
            GET /queries/{id} 200
            PATCH /queries/{id} 403
            POST /queries/{id}/form 403
            DELETE /queries/{id} 403
            PATCH /queries/{id}/star 403
            PATCH /queries/{id}/unstar 403
            GET /queries/available_projects 200
            GET /projects/{key}/queries/schema 200
            GET /workspaces/{key}/queries/schema 200
            GET /workspace/{key}/queries/schema 200
            GET /projects/{key}/queries/filter_instance_schemas 200
            GET /workspaces/{key}/queries/filter_instance_schemas 200
            GET /workspace/{key}/queries/filter_instance_schemas 200
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobody_gets_what_there_is_for_nobody(boolean open) {
        var expected = new HashMap<String, Integer>();
        TABLE.forEach(line -> expected.put(line.route(), line.statuses().get(STRANGER)));
        expected.putAll(statuses(NOBODYS));
        if (open) {
            expected.putAll(statuses(PUBLIC));
        }
        var wrong = new ArrayList<String>();
        try (var walk = Walk.start(Map.of("signalbox.login-required", "false"), open)) {
            var nobody = walk.server().api().anonymous();
            for (WalkLine line : TABLE) {
                int status = walk.visit(line, nobody, wrong);
                if (!Integer.valueOf(status).equals(expected.get(line.route()))) {
                    wrong.add("%s %d".formatted(line.route(), status));
                }
            }
            assertThat(String.join("\n", wrong)).isEmpty();
            assertThat(walk.server().surprises()).isZero();
        }
    }

    private static Map<String, Integer> statuses(String lines) {
        var statuses = new HashMap<String, Integer>();
        for (String line : lines.strip().split("\n", -1)) {
            int end = line.lastIndexOf(' ');
            statuses.put(line.substring(0, end), Integer.valueOf(line.substring(end + 1)));
        }
        return statuses;
    }
}
