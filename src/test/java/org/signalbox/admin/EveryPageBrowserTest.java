package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Persons.Person;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

/** What holds for each page: usable by everybody, at every width, in light and dark, and light. */
@Tag("browser")
class EveryPageBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private static final ScriptedReceiver receiver = ScriptedReceiver.start();
    private static final RunningServer server = RunningServer.start(Map.of());

    private static final Map<String, String> pages = new LinkedHashMap<>();

    private static final Set<String> VARIED =
            Set.of(
                    "overview",
                    "webhooks",
                    "webhook-form",
                    "webhook-refused",
                    "webhook-paused",
                    "delivery",
                    "work-package");

    /** A webhook that delivers, one that is refused, and one that is paused. */
    @BeforeAll
    static void something_to_see() {
        receiver.on("/refused", Reply.answer(503, "{\"error\":\"invoice database is read-only\"}"));
        Api api = server.api();
        long billing = add("Billing", "/taken", "openproject", "project:created");
        long refused = add("Payroll export", "/refused", "standard", "project.created");
        long paused = add("ERP customers", "/paused", "openproject", "project:updated");
        api.post("/api/v3/webhooks/%d/pause".formatted(paused), "{}");
        for (String name : List.of("Harbour", "Orchard", "Pier")) {
            api.post("/api/v3/projects", "{\"name\":\"%s\"}".formatted(name));
        }
        receiver.await("/taken", 3);
        receiver.await("/refused", 1);
        String test =
                api.post(
                                "/api/v3/webhooks/%d/test".formatted(refused),
                                "{\"event\":\"project.created\"}")
                        .at("/id")
                        .asString();
        pages.put("api", "/admin/settings/api");
        pages.put("overview", "/admin/settings/overview");
        pages.put("events", "/admin/settings/events");
        pages.put("event", "/admin/settings/events/1");
        pages.put("webhooks", "/admin/settings/webhooks");
        pages.put("webhook-form", "/admin/settings/webhooks/new");
        pages.put("webhook-edit", "/admin/settings/webhooks/%d/edit".formatted(billing));
        pages.put("webhook", "/admin/settings/webhooks/" + billing);
        pages.put("audit-log", "/admin/settings/audit_log");
        pages.put("oauth-applications", "/admin/settings/oauth");
        pages.put("oauth-form", "/admin/settings/oauth/new");
        pages.put("access-tokens", "/my/access_tokens");
        pages.put("authorised-applications", "/my/authorised_applications");
        pages.put(
                "webhook-refused", "/admin/settings/webhooks/%d?test=%s".formatted(refused, test));
        pages.put("delivery", "/admin/settings/webhooks/%d/deliveries/%s".formatted(refused, test));
        pages.put("webhook-paused", "/admin/settings/webhooks/" + paused);
        String event =
                api.get("/api/v3/webhooks/%d/deliveries?pageSize=1".formatted(billing))
                        .at("/_embedded/elements/0/event/sequence")
                        .asString();
        for (long id : new long[] {billing, refused, paused}) {
            pages.put(
                    "webhook-explain-" + id,
                    "/admin/settings/webhooks/%d/explain?event=%s".formatted(id, event));
        }
        pages.put(
                "webhook-log",
                "/admin/settings/webhooks/%d?time=span&answer=2xx&search=project"
                        .formatted(billing));
        pages.put("webhook-replay", "/admin/settings/webhooks/%d/replay".formatted(paused));
        pages.put("webhook-disable", "/admin/settings/webhooks/%d/disable".formatted(billing));
        pages.put("webhook-rotate", "/admin/settings/webhooks/%d/rotate_secret".formatted(billing));
        pages.put("webhook-skip", "/admin/settings/webhooks/%d/skip".formatted(refused));
        pages.put("webhook-delete", "/admin/settings/webhooks/%d/delete".formatted(billing));
        workToSee(api);
    }

    /** A project with a member, work that was commented on, and time that was logged on it. */
    private static void workToSee(Api api) {
        Persons persons = new Persons(server);
        long project = persons.project(false);
        persons.join(persons.add(), project, 4);
        long work =
                api.post(
                                "/api/v3/work_packages",
                                """
                                {"subject": "Paint the pier", "description": {"raw": "Two *coats*"},
                                 "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                                """
                                        .formatted(project))
                        .id();
        api.post(
                "/api/v3/work_packages/%d/activities".formatted(work),
                "{\"comment\": {\"raw\": \"First coat\"}}");
        api.post(
                "/api/v3/time_entries",
                """
                {"hours": "PT90M", "spentOn": "2026-11-20",
                 "_links": {"workPackage": {"href": "/api/v3/work_packages/%d"}}}
                """
                        .formatted(work));
        pages.put("projects", "/projects");
        pages.put("project", "/projects/" + project);
        pages.put("project-form", "/projects/%d/edit".formatted(project));
        pages.put("member-form", "/projects/%d/members/new".formatted(project));
        pages.put("work-package", "/work_packages/" + work);
        pages.put("work-package-form", "/work_packages/%d/edit".formatted(work));
        pages.put("time", "/time");
        pages.put("people", "/people");
        pages.put("person-form", "/people/new");
    }

    @AfterAll
    static void stop() {
        server.close();
        receiver.close();
    }

    @Test
    void at_every_width() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            for (String page : pages.keySet()) {
                open(visit, page);
                visit.assertLight();
                visit.picture(page + "-1280");
                visit.assertUsable();
                for (int width : new int[] {320, 700, 950, 1099}) {
                    visit.resize(width);
                    visit.assertFits();
                }
                visit.resize(1920);
                visit.assertFits();
                visit.picture(page + "-1920");
                visit.resize(1280);
            }
        }
    }

    /**
     * Other widths show the same parts in another arrangement, so that some pages stand for all.
     */
    @Test
    void with_a_finger() {
        try (Visit visit = new Visit(chromium, server, Visit.narrow())) {
            visit.signIn();
            for (String page : pages.keySet()) {
                open(visit, page);
                visit.picture(page + "-390");
                visit.assertFits();
                if (VARIED.contains(page)) {
                    visit.assertUsable();
                }
            }
        }
    }

    /** All colours come from the same few tokens, so that some pages stand for all. */
    @Test
    void in_the_dark() {
        try (Visit visit = new Visit(chromium, server, Visit.dark(Visit.wide()))) {
            visit.signIn();
            for (String page : VARIED) {
                open(visit, page);
                visit.picture(page + "-1280-dark");
                visit.assertUsable();
            }
        }
    }

    @Test
    void in_german_every_page_fits_too() {
        Person person = new Persons(server).add(true);
        person.api().patch("/api/v3/users/" + person.id(), "{\"language\": \"de\"}");
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn(person.login(), Persons.PASSWORD);
            for (String page : pages.keySet()) {
                open(visit, page);
                assertThat(visit.page.locator("html[lang=de]")).hasCount(1);
                visit.assertFits();
                visit.resize(390);
                visit.assertFits();
                visit.resize(1280);
            }
        }
    }

    @Test
    void what_does_not_exist_is_said_on_a_page_that_leads_on() {
        try (Visit visit = new Visit(chromium, server, Visit.narrow(), 404)) {
            visit.signIn();
            visit.open("/admin/settings/webhooks/999999");
            assertThat(visit.heading("This page does not exist")).isVisible();
            visit.assertUsable();
            visit.link("Go to the start page").click();
            assertThat(visit.page).hasTitle("Overview – Signalbox");
        }
    }

    private static void open(Visit visit, String page) {
        visit.open(Objects.requireNonNull(pages.get(page)));
    }

    private static long add(String name, String path, String format, String event) {
        return server.api()
                .post(
                        "/api/v3/webhooks",
                        """
                        {"name": "%s", "url": "%s", "format": "%s", "events": ["%s"],
                         "description": "Hours to invoices, for finance", "allProjects": true,
                         "secret": "s3cret", "headerName": "X-Api-Key", "headerValue": "sesame"}
                        """
                                .formatted(name, receiver.url(path), format, event))
                .id();
    }
}
