package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Persons.Person;
import org.signalbox.testing.RunningServer;

/** What people do with the work, from the first project to the last entry. */
@Tag("browser")
class WorkJourneyBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private static final int UNPROCESSABLE = 422;

    private final RunningServer server = RunningServer.shared();

    @Test
    void a_project_is_filled_with_work_worked_on_and_deleted() {
        Person mira = new Persons(server).add();
        try (Visit visit = new Visit(chromium, server, Visit.wide(), UNPROCESSABLE)) {
            visit.signIn();
            addProject(visit);
            addMember(visit, mira);
            addWork(visit);
            comment(visit);
            logTime(visit);
            archiveAndDelete(visit);
        }
    }

    @Test
    void somebody_is_invited_locked_and_deleted() {
        try (Visit visit = new Visit(chromium, server, Visit.wide(), UNPROCESSABLE)) {
            visit.signIn();
            visit.link("People").click();
            visit.link("Person").click();
            visit.field("Access").selectOption("invited");
            visit.field("E-mail").fill("nobody");
            visit.button("Create").click();
            assertThat(visit.page.locator("#faults")).isFocused();
            assertThat(visit.page.locator("#email_fault")).isVisible();
            assertThat(visit.field("Access")).hasValue("invited");
            visit.field("Login").fill("aada");
            visit.field("First name").fill("Aada");
            visit.field("Last name").fill("Quay");
            visit.field("E-mail").fill("aada@example.org");
            visit.button("Create").click();
            assertThat(flash(visit)).containsText("It caused user.created");

            menu(visit, "Aada Quay");
            visit.button("Lock").click();
            assertThat(row(visit, "Aada Quay")).containsText("Locked");
            menu(visit, "Aada Quay");
            visit.link("Delete…").click();
            visit.page.locator("dialog[open]").getByText("Delete Aada Quay").last().click();
            assertThat(flash(visit)).containsText("Successful deletion.");
            assertThat(row(visit, "Aada Quay")).hasCount(0);
        }
    }

    @Test
    void an_ordinary_member_logs_time_in_german_and_in_the_dark_without_a_script() {
        Persons persons = new Persons(server);
        Person member = persons.add();
        long project = persons.project(false);
        persons.join(member, project, 4);
        try (Visit visit = new Visit(chromium, server, Visit.withoutScript())) {
            visit.signIn(member.login(), Persons.PASSWORD);
            assertThat(visit.page).hasTitle("Projects – Signalbox");
            visit.page.locator(".account summary").click();
            visit.button("Deutsch").click();
            assertThat(visit.page).hasTitle("Projekte – Signalbox");
            visit.page.locator(".account summary").click();
            visit.button("Dunkel").click();
            assertThat(visit.page.locator("html[data-theme=dark][lang=de]")).hasCount(1);

            visit.link("Zeit buchen").click();
            visit.field("Stunden").fill("1,5");
            visit.button("Zeit buchen").click();
            assertThat(flash(visit)).hasText("Erfolgreich angelegt.");
            assertThat(visit.page.locator("table.list")).containsText("1,5 Std.");
        }
    }

    private static void addProject(Visit visit) {
        visit.link("Projects").click();
        visit.link("Project").click();
        visit.button("Create").click();
        assertThat(visit.page.locator("#name_fault")).hasText("Fill this in.");
        visit.field("Name").fill("Lighthouse");
        visit.button("Create").click();
        assertThat(flash(visit)).containsText("It caused project.created");
        assertThat(visit.heading("Lighthouse")).isVisible();
    }

    private static void addMember(Visit visit, Person person) {
        visit.link("Member").click();
        visit.field("Who").selectOption("/api/v3/users/" + person.id());
        visit.button("Create").click();
        assertThat(visit.page.locator("#roles_fault")).hasText("Choose at least one role.");
        visit.field("Member").check();
        visit.button("Create").click();
        assertThat(visit.page.locator(".people")).containsText(person.login());
        menu(visit, "Person " + person.login());
        visit.link("Change roles").click();
        visit.field("Reader").check();
        visit.button("Save").click();
        assertThat(visit.page.locator(".people")).containsText("Member, Reader");
    }

    private static void addWork(Visit visit) {
        visit.link("Work package").click();
        visit.field("Subject").fill("New lamp");
        visit.field("% complete").fill("20");
        visit.button("Create").click();
        assertThat(visit.heading("New lamp")).isVisible();
        visit.link("Edit").click();
        visit.field("Status").selectOption("In progress");
        visit.button("Save").click();
        assertThat(flash(visit)).containsText("work_package.status_changed");
        assertThat(visit.page.locator(".happenings"))
                .containsText("Status changed from New to In progress");
    }

    private static void comment(Visit visit) {
        visit.field("Your comment").fill("It shines.");
        visit.button("Comment").click();
        assertThat(flash(visit)).containsText("work_package.commented");
        assertThat(visit.page.locator(".happenings")).containsText("It shines.");
    }

    private static void logTime(Visit visit) {
        visit.page.locator("main").getByText("Log time").click();
        assertThat(visit.page.locator("#workPackage option:checked")).containsText("New lamp");
        visit.button("Log time").click();
        assertThat(visit.page.locator("#hours_fault")).isVisible();
        visit.field("Hours").fill("1:30");
        visit.button("Log time").click();
        assertThat(flash(visit)).containsText("It caused time_entry.created");
        Locator entry = visit.page.locator("table.list tbody tr").first();
        assertThat(entry).containsText("1.5 h");
        entry.locator("summary").click();
        visit.link("Edit").click();
        visit.field("Hours").fill("2");
        visit.button("Save").click();
        assertThat(visit.page.locator("table.list tbody tr").first()).containsText("2 h");
    }

    private static void archiveAndDelete(Visit visit) {
        visit.link("Projects").click();
        visit.field("Search name or identifier").fill("lighth");
        assertThat(visit.page.locator("#list tbody tr")).hasCount(1);
        visit.link("Lighthouse").click();
        visit.page.locator(".pagehead summary").click();
        visit.button("Archive").click();
        assertThat(visit.page.locator(".pagehead")).containsText("Archived");
        visit.page.locator(".pagehead summary").click();
        visit.link("Delete…").click();
        assertThat(visit.page.locator("dialog[open]")).isVisible();
        visit.assertUsable();
        visit.page.keyboard().type("Lighthouse");
        visit.button("Delete Lighthouse").click();
        assertThat(flash(visit)).containsText("project.deleted");
        assertThat(visit.page).hasTitle("Projects – Signalbox");
    }

    private static Locator flash(Visit visit) {
        return visit.page.locator(".flash");
    }

    private static Locator row(Visit visit, String name) {
        return visit.page
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void menu(Visit visit, String name) {
        visit.page.locator("summary[aria-label='Actions for " + name + "']").click();
    }
}
