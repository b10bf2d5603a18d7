package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;

class SessionsTest {

    @ParameterizedTest
    @CsvSource({"30, 15", "720, 15", "5, 5", "0, 15"})
    void a_stranger_has_the_time_to_sign_in_and_then_the_usual_one(int usual, int stranger)
            throws IOException {
        var context = new MockServletContext();
        context.setSessionTimeout(usual);
        var session = new MockHttpSession(context);
        new Sessions().sessionCreated(new HttpSessionEvent(session));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(stranger * 60);

        var request = new MockHttpServletRequest(context);
        request.setSession(session);
        new PageVisits(() -> Instant.EPOCH)
                .onAuthenticationSuccess(
                        request,
                        new MockHttpServletResponse(),
                        new TestingAuthenticationToken("ana", ""));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(usual * 60);
    }
}
