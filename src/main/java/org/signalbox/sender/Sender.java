package org.signalbox.sender;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.springframework.stereotype.Component;

/**
 * Sends requests. A call waits on the caller's thread, best a virtual one, until there is an
 * outcome, and never longer than the request's timeout. Safe for use by many threads.
 */
@Component
public final class Sender implements AutoCloseable {
    private final Deadlines deadlines = new Deadlines();
    private final Failures failures = new Failures(Connections.CONNECT_TIMEOUT);
    private final CloseableHttpClient client;
    private final Answers answers;
    private volatile boolean closed;

    Sender(AddressGuard guard, InstantSource time) {
        this.client = Connections.client(guard);
        this.answers = new Answers(time);
    }

    /** Makes one attempt; what goes wrong is an outcome, too. */
    public Outcome send(Request request) {
        long start = System.nanoTime();
        if (closed) {
            return Failures.stopped(Duration.ZERO);
        }
        HttpPost post = post(request);
        var deadline = deadlines.watch(post, start, request.timeout());
        try {
            return answers.read(open(post), post::cancel, start);
        } catch (IOException | IllegalStateException e) {
            post.cancel();
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (deadline.missed()) {
                return Failures.late(request.timeout(), took);
            }
            return closed || Thread.currentThread().isInterrupted()
                    ? Failures.stopped(took)
                    : failures.explain(e, request.url(), took);
        } finally {
            deadlines.over(deadline);
        }
    }

    private static HttpPost post(Request request) {
        var post = new HttpPost(request.url());
        request.headers().forEach(header -> post.addHeader(header.name(), header.value()));
        post.setEntity(new ByteArrayEntity(request.body(), null));
        return post;
    }

    /**
     * A receiver may close a kept connection at the moment when it is used again. That is no
     * failure of anybody, so the request goes out once more at once. Where the receiver may have
     * read it, as when it resets the connection, that is for the next attempt, which the log shows.
     */
    private CloseableHttpResponse open(HttpPost post) throws IOException {
        var context = HttpClientContext.create();
        try {
            return open(post, context);
        } catch (NoHttpResponseException | SocketException e) {
            if (!wasReused(context) || !isUnread(e)) {
                throw e;
            }
            return open(post, HttpClientContext.create());
        }
    }

    /** Whether the connection had ended before the request was written. */
    private static boolean isUnread(IOException failure) {
        return failure instanceof NoHttpResponseException
                || "Broken pipe".equals(failure.getMessage());
    }

    private CloseableHttpResponse open(HttpPost post, HttpClientContext context)
            throws IOException {
        return (CloseableHttpResponse) client.executeOpen(null, post, context);
    }

    private static boolean wasReused(HttpClientContext context) {
        var connection = context.getEndpointDetails();
        return connection != null && connection.getRequestCount() > 1;
    }

    /** Ends what is under way; its outcome says so. */
    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
        deadlines.close();
    }
}
