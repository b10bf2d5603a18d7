package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.RunningServer;

@Tag("browser")
class SigningInBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    private final RunningServer server = RunningServer.shared();

    @Test
    void a_wrong_password_is_told_and_the_right_one_leads_to_the_page_asked_for() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.open("/admin/settings/webhooks/new");
            assertThat(visit.page).hasTitle("Sign in – Signalbox");
            assertThat(visit.field("Login")).isFocused();
            visit.picture("login-1280");

            visit.field("Login").fill("admin");
            visit.field("Password").fill("wrong");
            visit.button("Sign in").click();
            assertThat(visit.page.getByRole(AriaRole.ALERT)).hasText("Login or password is wrong.");
            assertThat(visit.field("Login")).hasValue("admin");
            assertThat(visit.field("Password")).isFocused();
            visit.picture("login-error-1280");
            visit.assertUsable();

            visit.field("Password").fill(RunningServer.ADMIN_PASSWORD);
            visit.field("Password").press("Enter");
            assertThat(visit.page).hasTitle("Add new webhook – Signalbox");
        }
    }

    @Test
    void signing_out_ends_the_visit() {
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            visit.page.locator(".account summary").click();
            visit.button("Sign out").click();
            assertThat(visit.page).hasTitle("Sign in – Signalbox");

            visit.open("/admin/settings/webhooks");
            assertThat(visit.page).hasTitle("Sign in – Signalbox");
        }
    }
}
