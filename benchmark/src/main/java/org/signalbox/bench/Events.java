package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Collections;

/**
 * A request that posts events of 1 KB, made once: only the number and the subject of each event are
 * written in anew. For one thread.
 */
final class Events {
    static final String PATH = "/api/v3/events";

    /** Stands before and after an event's number, and nowhere else. */
    static final byte MARK = '#';

    private static final String NUMBER = "#000000000#";
    private static final String SUBJECT = "bench:000";
    private static final int SUBJECTS = 1_000;
    private static final int SUBJECT_DIGITS = 3;
    private static final int NUMBER_DIGITS = 9;

    /** Makes the body of a delivery 1,024 bytes long. */
    private static final int FILLER = 918;

    private final byte[] request;
    private final int count;
    private final int stride;
    private final int firstNumber;
    private final int firstSubject;

    private Events(byte[] request, int count, int stride, int firstNumber, int firstSubject) {
        this.request = request;
        this.count = count;
        this.stride = stride;
        this.firstNumber = firstNumber;
        this.firstSubject = firstSubject;
    }

    /**
     * @param host as it stands in the request
     * @param count a single event goes as it is, several in an array
     */
    static Events of(String host, String type, int count) {
        String event =
                """
                {"type":"%s","subject":"%s","data":{"number":"%s","filler":"%s"}}\
                """
                        .formatted(type, SUBJECT, NUMBER, "x".repeat(FILLER));
        String all = String.join(",", Collections.nCopies(count, event));
        String request = Request.post(host, PATH, count == 1 ? all : "[" + all + "]");
        return new Events(
                request.getBytes(ISO_8859_1),
                count,
                event.length() + 1,
                request.indexOf(NUMBER) + 1,
                request.indexOf(SUBJECT) + SUBJECT.length() - SUBJECT_DIGITS);
    }

    /** A body as it is delivered. */
    static String sample() {
        return """
        {"type":"custom.bench","timestamp":"2026-01-01T00:00:00.000Z",\
        "data":{"number":"%s","filler":"%s"}}\
        """
                .formatted(NUMBER, "x".repeat(FILLER));
    }

    /** The request for the events from this number on. */
    byte[] from(int number) {
        for (int i = 0; i < count; i++) {
            write(number + i, firstNumber + i * stride, NUMBER_DIGITS);
            write((number + i) % SUBJECTS, firstSubject + i * stride, SUBJECT_DIGITS);
        }
        return request;
    }

    private void write(int number, int at, int digits) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            request[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
