package org.signalbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.store.Dialect;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.testing.Api;
import org.signalbox.testing.RunningServer;
import org.springframework.dao.DataAccessResourceFailureException;

/** The connection breaks in the commit of a change, which the database has made nevertheless. */
@Tag("api")
class LostCommitTest {
    private final RunningServer server = RunningServer.shared();
    private final Breaking database = new Breaking(server.bean(Database.class));
    private final long id = create();
    private final Webhooks webhooks =
            new Webhooks(
                    database,
                    server.bean(WebhookStore.class),
                    server.bean(WebhookRules.class),
                    server.bean(WebhookDetails.class),
                    server.bean(WebhookAudit.class),
                    server.bean(EventLog.class),
                    server.bean(InstantSource.class));

    @Test
    void memory_is_read_anew_and_what_stood_still_goes_on_then() {
        List<String> told = new ArrayList<>();
        webhooks.onChange(changed -> told.add("changed " + (changed == id)));
        webhooks.whileChanging(_ -> () -> told.add("goes on"));
        assertThat(webhooks.find(id).orElseThrow().enabled()).isTrue();

        database.breaks = true;
        assertThatThrownBy(() -> webhooks.unsubscribe(id))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(webhooks::settle).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(told).as("nothing is known yet").isEmpty();

        database.breaks = false;
        webhooks.settle();
        assertThat(webhooks.find(id).orElseThrow().enabled()).isFalse();
        assertThat(told).containsExactly("changed true", "goes on");
        webhooks.settle();
        assertThat(told).as("once").hasSize(2);
    }

    @Test
    void what_was_deleted_is_gone() {
        database.breaks = true;
        assertThatThrownBy(() -> webhooks.delete(Actor.system(), id))
                .isInstanceOf(DataAccessResourceFailureException.class);
        database.breaks = false;
        webhooks.settle();
        assertThat(webhooks.find(id)).isEmpty();
    }

    private long create() {
        Api.Answer created =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "Lost commit %d", "url": "http://127.0.0.1:9999/",
                                 "events": ["custom.lost"], "format": "standard"}
                                """
                                        .formatted(System.nanoTime()));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    /** Does all that it should, and says of writes that it could not. */
    private static final class Breaking implements Database {
        private final Database real;
        private boolean breaks;

        Breaking(Database real) {
            this.real = real;
        }

        @Override
        public <T extends @Nullable Object> T read(Function<? super View, ? extends T> query) {
            return real.read(query);
        }

        @Override
        public <T extends @Nullable Object> T write(Function<? super Tx, ? extends T> work) {
            T result = real.write(work);
            if (breaks) {
                throw new DataAccessResourceFailureException("The connection broke in the commit");
            }
            return result;
        }

        @Override
        public Dialect dialect() {
            return real.dialect();
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("belongs to the server");
        }
    }
}
