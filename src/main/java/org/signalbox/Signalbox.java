package org.signalbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** The server's entry point. */
@SpringBootApplication(proxyBeanMethods = false)
public class Signalbox {

    private Signalbox() {}

    /**
     * Starts the server. A start that fails ends with exit code 1; SIGTERM, after everything in
     * flight was finished and recorded, with 0.
     */
    public static void main(String[] args) {
        var application = new SpringApplication(Signalbox.class);
        ApplicationListener<ApplicationReadyEvent> stopsWithZero =
                _ ->
                        SpringApplication.getShutdownHandlers()
                                .add(() -> Runtime.getRuntime().halt(0));
        application.addListeners(stopsWithZero);
        application.run(args);
    }
}
