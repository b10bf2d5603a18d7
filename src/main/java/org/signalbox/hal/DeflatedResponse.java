package org.signalbox.hal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An answer that is deflated on its way, if it is JSON and not short. Which it is shows when the
 * first byte is written; until then its length is kept back.
 */
final class DeflatedResponse extends HttpServletResponseWrapper {

    /** What is shorter, the web server does not compress either. */
    private static final long LENGTH_MIN = 2048;

    private static final long UNKNOWN = -1;

    private long length = UNKNOWN;
    private final Body body = new Body();
    private boolean deflating;
    private @Nullable PrintWriter writer;

    DeflatedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(body, false, Charset.forName(getCharacterEncoding()));
        }
        return writer;
    }

    /** Nothing is on its way before its first byte. */
    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        body.flush();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        body.forget();
    }

    @Override
    public void reset() {
        super.reset();
        body.forget();
    }

    /** Writes what is left. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        body.finish();
    }

    private OutputStream opened() throws IOException {
        deflating = deflating || isWorthIt();
        if (!deflating) {
            passLengthOn();
            return super.getOutputStream();
        }
        super.setHeader(HttpHeaders.CONTENT_ENCODING, "deflate");
        super.addHeader(HttpHeaders.VARY, "accept-encoding");
        return new DeflaterOutputStream(super.getOutputStream());
    }

    private boolean isWorthIt() {
        var type = getContentType();
        return type != null
                && type.contains("json")
                && (length == UNKNOWN || length >= LENGTH_MIN)
                && !containsHeader(HttpHeaders.CONTENT_ENCODING);
    }

    private void passLengthOn() {
        if (length != UNKNOWN) {
            super.setContentLengthLong(length);
        }
    }

    /** Opens the way out with the first byte. */
    private final class Body extends ServletOutputStream {

        private @Nullable OutputStream to;

        @Override
        public void write(int b) throws IOException {
            to().write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (count > 0) {
                to().write(bytes, from, count);
            }
        }

        @Override
        public void flush() throws IOException {
            if (to != null) {
                to.flush();
            }
        }

        @Override
        public void close() throws IOException {
            finish();
        }

        void finish() throws IOException {
            if (to == null) {
                passLengthOn();
            } else {
                to.close();
            }
        }

        void forget() {
            to = null;
        }

        private OutputStream to() throws IOException {
            if (to == null) {
                to = opened();
            }
            return to;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Answers are written where they are made");
        }
    }
}
