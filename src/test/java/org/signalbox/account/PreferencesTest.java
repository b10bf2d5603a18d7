package org.signalbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class PreferencesTest {
    private static final String OWN = "/api/v3/my_preferences";

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final Persons.Person ana = persons.add();

    @Test
    void everybody_finds_their_own_from_the_root() {
        assertThat(ana.api().get("/api/v3").at("/_links/userPreferences/href").asString())
                .isEqualTo(OWN);

        var shown = ana.api().get(OWN);

        assertThat(shown.at("/_type").asString()).isEqualTo("UserPreferences");
        assertThat(shown.at("/timeZone").asString()).isEqualTo("Etc/UTC");
        assertThat(shown.at("/warnOnLeavingUnsaved").asBoolean()).isTrue();
        assertThat(shown.at("/_links/user/href").asString()).isEqualTo("/api/v3/users/" + ana.id());
        assertThat(ana.api().get("/api/v3/users/me/preferences").text()).isEqualTo(shown.text());
        assertThat(ana.api().get(shown.at("/_links/self/href").asString()).text())
                .isEqualTo(shown.text());
    }

    @Test
    void a_change_is_kept_at_the_old_address_and_the_new_one() {
        ana.api().patch(OWN, "{\"timeZone\": \"Europe/Lisbon\"}");
        var changed =
                ana.api()
                        .patch(
                                "/api/v3/users/me/preferences",
                                "{\"commentSortDescending\": true, \"autoHidePopups\": false}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/timeZone").asString()).isEqualTo("Europe/Lisbon");
        assertThat(changed.at("/commentSortDescending").asBoolean()).isTrue();
        assertThat(changed.at("/autoHidePopups").asBoolean()).isFalse();
        assertThat(ana.api().get(OWN).text()).isEqualTo(changed.text());
        assertThat(admin.get(OWN).at("/timeZone").asString()).isEqualTo("Etc/UTC");
        assertThat(admin.delete("/api/v3/users/" + ana.id()).status()).isEqualTo(202);
    }

    @Test
    void what_is_no_time_zone_changes_nothing() {
        var refused =
                ana.api().patch(OWN, "{\"timeZone\": \"Moon/Tycho\", \"autoHidePopups\": false}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("timeZone");
        assertThat(refused.at("/message").asString())
                .isEqualTo("Time zone is not set to one of the allowed values.");
        assertThat(ana.api().get(OWN).at("/autoHidePopups").asBoolean()).isTrue();
    }

    @Test
    void those_of_others_are_for_administrators() {
        var ben = persons.add();
        String path = "/api/v3/users/" + ben.id() + "/preferences";
        assertThat(ana.api().get(path).status()).isEqualTo(404);
        long project = persons.project(false);
        persons.join(ana, project, 5);
        persons.join(ben, project, 5);
        assertThat(ana.api().get(path).status()).isEqualTo(403);
        assertThat(ana.api().patch(path, "{}").status()).isEqualTo(403);
        assertThat(admin.patch(path, "{\"timeZone\": \"Asia/Tokyo\"}").status()).isEqualTo(200);
        assertThat(ben.api().get(OWN).at("/timeZone").asString()).isEqualTo("Asia/Tokyo");
    }
}
