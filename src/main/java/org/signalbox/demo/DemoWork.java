package org.signalbox.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The sample work: made once, through the REST API. */
final class DemoWork {
    static final String PROJECT = "/api/v3/projects/system-admin-guide";

    private static final String MEMBER = "/api/v3/roles/4";

    private final DemoClient admin;

    DemoWork(DemoClient admin) {
        this.admin = admin;
    }

    /** Makes what is missing; a second start finds everything. */
    void prepare(LocalDate today) {
        if (admin.exists(PROJECT)) {
            return;
        }
        String guide = project("System admin guide", "system-admin-guide", "How to run it all.");
        String portal = project("Billing portal", "billing-portal", "Invoices from logged hours.");
        String ana = person("ana", "Ana", "Lima");
        String jonas = person("jonas", "Jonas", "Pell");
        for (String project : List.of(guide, portal)) {
            for (String person : List.of(ana, jonas)) {
                admin.post(
                        "/api/v3/memberships",
                        Map.of(
                                "_links",
                                Map.of(
                                        "project", link(project),
                                        "principal", link(person),
                                        "roles", List.of(link(MEMBER)))));
            }
        }
        String backup = task(guide, "Write the backup chapter", ana);
        String restore = task(guide, "Try the restore on an empty machine", jonas);
        String rounding = task(portal, "Round hours to quarters", ana);
        log(admin, guide, backup, "PT3H", today.minusDays(2), "First outline", ana);
        log(admin, guide, restore, "PT1H30M", today.minusDays(1), "Dry run", jonas);
        log(admin, portal, rounding, "PT45M", today.minusDays(1), "Edge cases", ana);
    }

    /** The address of a work package to log time on. */
    String someTask() {
        return admin.get(PROJECT + "/work_packages?pageSize=1&sortBy=[[%22id%22,%22asc%22]]")
                .at("/_embedded/elements/0/_links/self/href")
                .asString();
    }

    /** Logs an hour as the person whose client this is. */
    static JsonNode logHour(DemoClient person, String task, LocalDate day) {
        return person.post(
                "/api/v3/time_entries",
                Map.of(
                        "hours",
                        "PT1H",
                        "spentOn",
                        day.toString(),
                        "comment",
                        Map.of("raw", "Backup chapter, second draft"),
                        "_links",
                        Map.of("workPackage", link(task))));
    }

    private String project(String name, String identifier, String description) {
        return self(
                admin.post(
                        "/api/v3/projects",
                        Map.of(
                                "name",
                                name,
                                "identifier",
                                identifier,
                                "description",
                                Map.of("raw", description))));
    }

    private String person(String login, String firstName, String lastName) {
        return self(
                admin.post(
                        "/api/v3/users",
                        Map.of(
                                "login",
                                login,
                                "firstName",
                                firstName,
                                "lastName",
                                lastName,
                                "email",
                                login + "@example.net",
                                "status",
                                "active",
                                "password",
                                "demo password of " + login)));
    }

    private String task(String project, String subject, String assignee) {
        return self(
                admin.post(
                        "/api/v3/work_packages",
                        Map.of(
                                "subject",
                                subject,
                                "_links",
                                Map.of("project", link(project), "assignee", link(assignee)))));
    }

    private static void log(
            DemoClient client,
            String project,
            String task,
            String hours,
            LocalDate day,
            String comment,
            String person) {
        client.post(
                "/api/v3/time_entries",
                Map.of(
                        "hours",
                        hours,
                        "spentOn",
                        day.toString(),
                        "comment",
                        Map.of("raw", comment),
                        "_links",
                        Map.of(
                                "project", link(project),
                                "workPackage", link(task),
                                "user", link(person))));
    }

    private static Map<String, String> link(String href) {
        return Map.of("href", href);
    }

    private static String self(JsonNode created) {
        return created.at("/_links/self/href").asString();
    }
}
