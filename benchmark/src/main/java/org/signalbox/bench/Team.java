package org.signalbox.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * People, projects and work packages as a large team has them: five members a project, work
 * packages spread evenly over projects, their members, and statuses.
 *
 * @param token of somebody who is a member of one project in a hundred
 * @param projects their ids are 1 to this
 * @param workPackages theirs, too
 */
record Team(String token, int projects, int workPackages) {
    private static final int MEMBERS = 5;
    private static final int ROLE_MEMBER = 4;
    private static final int STATUSES = 14;

    static Team create(Stage stage) throws Exception {
        int people = stage.scaled(500, 50);
        int projects = stage.scaled(1_000, 100);
        int workPackages = stage.scaled(100_000, 10_000);
        var server = stage.server();
        var ids = new AtomicIntegerArray(people);
        Crowd.each(
                server,
                people,
                (api, number) ->
                        ids.set(
                                number,
                                api.create("/api/v3/users", person(number)).path("id").asInt()));
        Crowd.each(
                server,
                projects,
                (api, number) ->
                        api.create(
                                "/api/v3/projects",
                                "{\"name\": \"Project %d\"}".formatted(number)));
        Crowd.each(
                server,
                projects * MEMBERS,
                (api, number) -> {
                    int person = ids.get(member(number / MEMBERS, number % MEMBERS, people));
                    api.create("/api/v3/memberships", membership(1 + number / MEMBERS, person));
                });
        long start = System.nanoTime();
        Crowd.each(
                server,
                workPackages,
                (api, number) -> {
                    int project = number % projects;
                    int member = member(project, number / projects % MEMBERS, people);
                    api.create(
                            "/api/v3/work_packages",
                            workPackage(number, 1 + project, ids.get(member)));
                });
        double seconds = (System.nanoTime() - start) / 1e9;
        stage.progress("%,.0f work packages created a second".formatted(workPackages / seconds));
        try (var api = new Api(server)) {
            var token =
                    api.create(
                            "/api/v3/users/%d/api_tokens".formatted(ids.get(0)),
                            "{\"name\": \"bench\"}");
            return new Team(token.path("token").asString(), projects, workPackages);
        }
    }

    private static int member(int project, int which, int people) {
        return (project * MEMBERS + which) % people;
    }

    private static String person(int number) {
        return """
        {"login": "person%1$d", "firstName": "Person", "lastName": "%1$d", \
        "email": "person%1$d@example.org", "password": "a long enough password", "status": "active"}\
        """
                .formatted(number);
    }

    private static String membership(int project, int person) {
        return """
        {"_links": {"project": {"href": "/api/v3/projects/%d"}, \
        "principal": {"href": "/api/v3/users/%d"}, "roles": [{"href": "/api/v3/roles/%d"}]}}\
        """
                .formatted(project, person, ROLE_MEMBER);
    }

    /** What is created in a round, too. */
    static String workPackage(int number, int project, int person) {
        return """
        {"subject": "Work package %d", "description": {"raw": "What is to be done, in a few words."}, \
        "startDate": "2026-%02d-01", "estimatedTime": "PT%dH", "_links": {\
        "project": {"href": "/api/v3/projects/%d"}, "assignee": {"href": "/api/v3/users/%d"}, \
        "status": {"href": "/api/v3/statuses/%d"}}}\
        """
                .formatted(
                        number,
                        1 + number % 12,
                        1 + number % 40,
                        project,
                        person,
                        1 + number % STATUSES);
    }
}
