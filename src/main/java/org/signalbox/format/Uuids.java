package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What things of ours are called where ids are UUIDs: the same thing always gets the same one, and
 * on another server another. Made of the server's own UUID and the name by version 5 of RFC 9562.
 */
public final class Uuids {
    private static final int VERSION = 5;

    private final UUID server;

    public Uuids(UUID server) {
        this.server = server;
    }

    /** The one of the thing of this kind and number. */
    public String of(String kind, long id) {
        return of(kind, Long.toString(id));
    }

    /** The one of the thing of this kind that is called so. */
    public String of(String kind, String key) {
        byte[] name = (kind + ":" + key).getBytes(UTF_8);
        var input = ByteBuffer.allocate(2 * Long.BYTES + name.length);
        input.putLong(server.getMostSignificantBits());
        input.putLong(server.getLeastSignificantBits());
        input.put(name);
        var digest = ByteBuffer.wrap(sha1().digest(input.array()));
        long high = (digest.getLong() & ~0xF000L) | (VERSION << 12);
        long low = (digest.getLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
