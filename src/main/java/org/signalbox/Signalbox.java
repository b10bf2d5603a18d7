package org.signalbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server's entry point. */
@SpringBootApplication(proxyBeanMethods = false)
public class Signalbox {

    private Signalbox() {}

    public static void main(String[] args) {
        SpringApplication.run(Signalbox.class, args);
    }
}
