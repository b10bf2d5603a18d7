package org.signalbox.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void people_and_groups_are_found_once_each_in_their_order() {
        assertThat(
                        Mentions.in(
                                """
                                <mention class="mention" data-id="5" data-type="user"
                                  data-text="@Ana">@Ana</mention>, ask group#8 or user#5, not
                                <mention data-id="9" data-type="work_package">#9</mention>, #7,
                                superuser#6 or user#x.
                                """))
                .containsExactly(5L, 8L);
    }

    @Test
    void a_text_that_mentions_everybody_mentions_fifty() {
        var text = new StringBuilder();
        for (int id = 1; id <= 60; id++) {
            text.append("user#").append(id).append(' ');
        }
        assertThat(Mentions.in(text.toString())).hasSize(50).contains(50L).doesNotContain(51L);
    }
}
