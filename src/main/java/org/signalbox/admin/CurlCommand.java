package org.signalbox.admin;

import org.signalbox.delivery.SentAs;
import org.signalbox.sender.Header;

/** A request as a command of a shell, for people who want to repeat it by hand. */
record CurlCommand(String url, Iterable<Header> headers, String body) {
    private static final String NEXT = " \\\n  ";

    /** What is secret is named instead of shown. */
    String text() {
        StringBuilder command = new StringBuilder("curl -X POST ").append(quoted(url));
        for (Header header : headers) {
            command.append(NEXT).append("-H ").append(quoted(line(header)));
        }
        return command.append(NEXT)
                .append("--data-raw ")
                .append(quoted(body))
                .append('\n')
                .toString();
    }

    private static String line(Header header) {
        String value = header.value().equals(SentAs.MASK) ? "<HEADER_VALUE>" : header.value();
        return header.name() + ": " + value;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
