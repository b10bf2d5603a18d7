package org.signalbox.account;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in: where there is no user yet, makes the first administrator with an API token.
 */
@Component
final class Bootstrap implements InitializingBean, ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final String LOGIN = "admin";

    private final BootstrapSettings settings;
    private final FirstLogin firstLogin;
    private final Users users;
    private final UserChanges changes;
    private final RandomWords words;
    private @Nullable String toTell;

    Bootstrap(
            BootstrapSettings settings,
            FirstLogin firstLogin,
            Users users,
            UserChanges changes,
            RandomWords words) {
        this.settings = settings;
        this.firstLogin = firstLogin;
        this.users = users;
        this.changes = changes;
        this.words = words;
    }

    @Override
    public void afterPropertiesSet() {
        if (users.none()) {
            makeAdministrator();
        }
    }

    private void makeAdministrator() {
        String password = given(settings.adminPassword());
        String token = given(settings.adminToken());
        StringBuilder generated = new StringBuilder();
        if (password == null) {
            password = words.password();
            generated.append("Password:  ").append(password).append('\n');
        }
        if (token == null) {
            token = words.apiToken();
            generated.append("API token: ").append(token).append('\n');
        }
        if (!generated.isEmpty()) {
            // Before they are stored: after a crash in between, the next start makes others.
            firstLogin.write(LOGIN, generated.toString());
        }
        if (!changes.addFirst(LOGIN, password, token)) {
            // Another node was faster.
            firstLogin.forget(LOGIN);
        } else if (!generated.isEmpty()) {
            toTell = generated.toString();
        }
    }

    /**
     * Tells what was generated only once the server runs: a failed start says only why it failed.
     */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (toTell != null) {
            LOG.info("The first administrator:\n\nLogin:     {}\n{}", LOGIN, toTell);
            toTell = null;
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
