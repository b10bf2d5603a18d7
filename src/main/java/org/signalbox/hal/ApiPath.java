package org.signalbox.hal;

/** The API's place among the server's paths, and how tolerantly they are read. */
final class ApiPath {

    static final String ROOT = "/api/v3";

    private ApiPath() {}

    static boolean isApi(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** The path without double and trailing slashes. */
    static String tidy(String path) {
        var single = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
        return single.length() > 1 && single.endsWith("/")
                ? single.substring(0, single.length() - 1)
                : single;
    }
}
