package org.signalbox.bench;

/** Some work for a server, measured in several rounds. */
interface Row {
    String name();

    /**
     * @throws Failed when deliveries are missing or doubled
     */
    void measure(Stage stage, Figures figures) throws Exception;
}
