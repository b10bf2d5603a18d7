package org.signalbox.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What a receiver does with one request. */
@FunctionalInterface
public interface Reply {

    /** Answers, or does not, and says whether the connection is kept for another request. */
    boolean to(Socket connection) throws IOException, InterruptedException;

    static Reply answer(int status) {
        return answer(status, "");
    }

    /**
     * @param headers whole lines such as {@code Retry-After: 3}
     */
    static Reply answer(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        return connection -> {
            write(connection, head.toString().getBytes(StandardCharsets.UTF_8));
            write(connection, bytes);
            return true;
        };
    }

    static Reply redirect(String location) {
        return answer(302, "", "Location: " + location);
    }

    /** Says nothing until the other side gives up. */
    static Reply hang() {
        return connection -> {
            connection.getInputStream().read();
            return false;
        };
    }

    /** Closes without an answer. */
    static Reply close() {
        return _ -> false;
    }

    /** Resets the connection without an answer. */
    static Reply reset() {
        return connection -> {
            connection.setSoLinger(true, 0);
            return false;
        };
    }

    /** Answers, says that the connection is kept, and closes it all the same. */
    static Reply answerAndClose(int status) {
        return connection -> {
            answer(status).to(connection);
            return false;
        };
    }

    /** Sends a byte of the body now and then, and never the last one. */
    static Reply drip(Duration pause) {
        return connection -> {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            while (true) {
                write(connection, "x");
                Thread.sleep(pause);
            }
        };
    }

    /** Sends a body without end as fast as it is read. */
    static Reply endless() {
        byte[] block = "0123456789abcdef".repeat(512).getBytes(StandardCharsets.UTF_8);
        return connection -> {
            write(connection, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                write(connection, block);
            }
        };
    }

    /** Sends these characters and closes. */
    static Reply raw(String text) {
        return connection -> {
            write(connection, text);
            return false;
        };
    }

    /** Does the same, but not before the latch is open. */
    default Reply after(CountDownLatch latch) {
        return connection -> {
            latch.await();
            return to(connection);
        };
    }

    private static void write(Socket connection, String text) throws IOException {
        write(connection, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Socket connection, byte[] bytes) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
