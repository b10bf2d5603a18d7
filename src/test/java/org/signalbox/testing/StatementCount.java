package org.signalbox.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many statements about people and their work a request costs. */
public final class StatementCount {
    private static final Pattern TABLES =
            Pattern.compile("(from|join) (work_package|project|users|watcher)\\b");

    /** Are read again after some seconds, whatever the request. */
    private static final Pattern KNOWN = Pattern.compile("from (api_token|api_setting)\\b");

    private StatementCount() {}

    /** Counts what is asked while this runs. Loops of a server ask for other tables. */
    public static int during(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var counter = new Counter();
        counter.setContext(logger.getLoggerContext());
        counter.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(counter);
        try {
            work.run();
        } finally {
            logger.detachAppender(counter);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return counter.count.get();
    }

    private static final class Counter extends AppenderBase<ILoggingEvent> {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (message.startsWith("Executing prepared SQL statement")
                    && TABLES.matcher(message).find()
                    && !KNOWN.matcher(message).find()) {
                count.incrementAndGet();
            }
        }
    }
}
