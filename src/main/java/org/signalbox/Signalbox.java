package org.signalbox;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** The server's entry point. */
@SpringBootApplication(proxyBeanMethods = false)
public class Signalbox {

    private static final Logger LOG = LoggerFactory.getLogger(Signalbox.class);

    private Signalbox() {}

    /**
     * Starts the server. A start that fails ends with exit code 1; SIGTERM, after everything in
     * flight was finished and recorded, with 0.
     */
    public static void main(String[] args) {
        var application = new SpringApplication(Signalbox.class);
        application.setLogStartupInfo(false);
        application.addListeners(new OnceReady());
        if (List.of(args).contains("--demo")) {
            // The demo's receiver is on this machine, where webhooks may not reach by default.
            application.setDefaultProperties(
                    Map.of("signalbox.egress.allowed-networks", "127.0.0.1/32"));
        }
        application.run(args);
    }

    /** No lambda: Spring could not tell which events it is for, and would try it with each. */
    private static final class OnceReady implements ApplicationListener<ApplicationReadyEvent> {
        @Override
        public void onApplicationEvent(ApplicationReadyEvent ready) {
            SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
            String port =
                    ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
            LOG.info("Signalbox is ready on http://localhost:{}", port);
        }
    }
}
