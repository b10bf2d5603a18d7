package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The requests that come in on one connection: finds where each ends, which inbox it is for and
 * which event it tells of. Understands what HTTP clients send here, not all of HTTP.
 */
final class Exchange {
    private static final int CAPACITY = 4 * 1024;
    private static final byte[] LENGTH = "content-length:".getBytes(ISO_8859_1);
    private static final byte[] PATH = "POST /i/".getBytes(ISO_8859_1);
    private static final ByteBuffer ANSWER = answerBytes();

    private final AtomicReferenceArray<Inbox> inboxes;
    private byte[] data = new byte[CAPACITY];
    private int end;
    private int answers;

    Exchange(AtomicReferenceArray<Inbox> inboxes) {
        this.inboxes = inboxes;
    }

    private static ByteBuffer answerBytes() {
        byte[] bytes = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    static ByteBuffer answer() {
        return ANSWER.rewind();
    }

    /** How many requests are to be answered since the last call. */
    int answers() {
        int count = answers;
        answers = 0;
        return count;
    }

    /** Takes what was read, with every request that is now complete. */
    void take(ByteBuffer read, long now) {
        int length = read.remaining();
        if (end + length > data.length) {
            data = Arrays.copyOf(data, Math.max(end + length, data.length * 2));
        }
        read.get(data, end, length);
        end += length;
        int start = 0;
        for (int next = request(start, now); next > start; next = request(start, now)) {
            start = next;
        }
        end -= start;
        System.arraycopy(data, start, data, 0, end);
    }

    /** Where the request ends that starts here, or the start when it is not complete. */
    private int request(int start, long now) {
        int contentLength = 0;
        int line = start;
        for (int i = start; i < end; i++) {
            if (data[i] != '\n') {
                continue;
            }
            if (i - line <= 1) {
                int after = i + 1 + contentLength;
                if (after > end) {
                    return start;
                }
                deliver(start, i + 1, after, now);
                return after;
            }
            line = i + 1;
            if (isLength(line)) {
                contentLength = number(line + LENGTH.length);
            }
        }
        return start;
    }

    private boolean isLength(int line) {
        if (line + LENGTH.length > end) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if (Character.toLowerCase(data[line + i]) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int i = from;
        while (data[i] == ' ') {
            i++;
        }
        int value = 0;
        for (; data[i] >= '0' && data[i] <= '9'; i++) {
            value = value * 10 + data[i] - '0';
        }
        return value;
    }

    private void deliver(int start, int body, int after, long now) {
        Inbox inbox = inboxes.get(number(start + PATH.length));
        if (inbox.hangs()) {
            return;
        }
        answers++;
        for (int i = body; i < after; i++) {
            if (data[i] == Events.MARK) {
                inbox.take(number(i + 1), now);
                return;
            }
        }
    }
}
