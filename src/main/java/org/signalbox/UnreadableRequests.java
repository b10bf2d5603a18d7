package org.signalbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.ErrorDocuments;
import org.signalbox.hal.Refusal;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers in the form of the API what Tomcat refuses before any filter sees it: a request line or
 * headers that are too long or not HTTP. Tomcat makes one by its name for itself. Safe for use by
 * many threads.
 */
public final class UnreadableRequests extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean open = response.getStatus() >= 400 && response.getContentWritten() == 0;
        if (!open || !response.setErrorReported()) {
            return;
        }
        Refusal refusal =
                response.getStatus() < 500
                        ? new Refusal.BadParameter("the request line or a header")
                        : new Refusal.Fault();
        try {
            ErrorDocuments.write(refusal, response);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Component
    static final class Installation
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(UnreadableRequests.class.getName());
                }
            });
        }
    }
}
