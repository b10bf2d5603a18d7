package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One request after the other to the server, on a connection that is kept for as long as the server
 * likes. Cheap: a request goes out as it stands. For one thread.
 */
final class Connection implements AutoCloseable {
    private static final int READ_BYTES_MAX = 64 * 1024;
    private static final String LENGTH = "content-length:";
    private static final String CLOSE = "connection: close";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] buffer = new byte[READ_BYTES_MAX];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int position;
    private int limit;

    Connection(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connect(port);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** The status of the answer. */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line(), "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            } else if (line.equalsIgnoreCase(CHUNKED)) {
                chunked = true;
            } else if (line.equalsIgnoreCase(CLOSE)) {
                last = true;
            }
        }
        body.reset();
        if (chunked) {
            readChunks();
        } else {
            readBody(length);
        }
        if (last) {
            reconnect();
        }
        return status;
    }

    /** The body of the latest answer. */
    String body() {
        return body.toString(UTF_8);
    }

    private void readChunks() throws IOException {
        int length;
        do {
            length = Integer.parseInt(line(), 16);
            readBody(length);
            line();
        } while (length > 0);
    }

    private void readBody(int length) throws IOException {
        int rest = length;
        while (rest > 0) {
            fill();
            int part = Math.min(rest, limit - position);
            body.write(buffer, position, part);
            position += part;
            rest -= part;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            fill();
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, start, position - start, ISO_8859_1));
            if (position < limit) {
                position++;
                line.setLength(line.length() - 1);
                return line.toString();
            }
        }
    }

    private void fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = in.read(buffer);
            if (limit < 0) {
                throw new EOFException("The server closed the connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
