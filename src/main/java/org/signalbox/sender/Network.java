package org.signalbox.sender;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A range of addresses, written {@code 10.0.0.0/8}.
 *
 * @param prefix how many leading bits all its addresses share
 */
public record Network(InetAddress address, int prefix) {
    private static final Pattern CIDR =
            Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/([0-9]{1,3})");

    /**
     * @throws IllegalArgumentException when the text is no such range
     */
    public static Network of(String cidr) {
        var parts = CIDR.matcher(cidr.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(cidr + " is no network such as 10.0.0.0/8");
        }
        var address = InetAddress.ofLiteral(parts.group(1));
        int prefix = Integer.parseInt(parts.group(2));
        if (prefix > address.getAddress().length * 8) {
            throw new IllegalArgumentException(cidr + " has too long a prefix");
        }
        return new Network(address, prefix);
    }

    public boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >>> (bit % 8);
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
