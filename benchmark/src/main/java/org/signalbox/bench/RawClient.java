package org.signalbox.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * The server's HTTP client, set up alike, without a server around it: sends the same request over
 * and over. A process of its own, which measures for as many milliseconds as each line of its input
 * says and answers with the number of requests a second.
 */
final class RawClient {
    private static final int AT_ONCE = 16;
    private static final int PER_RECEIVER_MAX = 1_000;

    private final String url;
    private final byte[] body;
    private final CloseableHttpClient client = client();

    private RawClient(String url) {
        this.url = url;
        this.body = Events.sample().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes the URL to send to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var raw = new RawClient(arguments[0]);
        var input =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(raw.perSecond(Long.parseLong(line)));
        }
    }

    private static CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(new Loopback())
                                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                                .setMaxConnPerRoute(PER_RECEIVER_MAX)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setValidateAfterInactivity(1, TimeUnit.SECONDS)
                                                .setTimeToLive(5, TimeUnit.MINUTES)
                                                .build())
                                .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    private double perSecond(long millis) throws InterruptedException {
        var sent = new AtomicLong();
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < AT_ONCE; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                while (System.nanoTime() < end) {
                                    send();
                                    sent.incrementAndGet();
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return sent.get() * 1e9 / (System.nanoTime() - start);
    }

    private void send() {
        var post = new HttpPost(url);
        post.addHeader("Content-Type", "application/json");
        post.addHeader("Accept", "application/json");
        post.addHeader("User-Agent", "Signalbox/0.1.0");
        post.addHeader("webhook-id", "evt_01JD4QKX4E8Z6V3N5W7Y9B1C2D");
        post.addHeader("webhook-timestamp", "1795000000");
        post.addHeader("webhook-signature", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=");
        post.setEntity(new ByteArrayEntity(body, null));
        try (var response = client.executeOpen(null, post, null)) {
            EntityUtils.consume(response.getEntity());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Loopback() implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
