package org.signalbox.sender;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says which addresses a host may be reached at, anew each time it is asked. A host is blocked as a
 * whole if any of its addresses is not public, unless the operator has allowed that network. Names
 * of the local network lead to allowed networks only.
 */
@Component
public final class AddressGuard {
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern ENDS_IN_NUMBER =
            Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");
    private static final Pattern LOCAL_NAME = Pattern.compile("(.*\\.)?(localhost|local|internal)");
    private static final Pattern LOCALHOST = Pattern.compile("(.*\\.)?localhost");
    private static final List<InetAddress> LOOPBACK =
            List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

    private static final List<Network> NOT_PUBLIC =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            // Global unicast is 2000::/3: everything before and after it,
                            "::/3",
                            "4000::/2",
                            "8000::/1",
                            // and its parts for tunnels, protocols and documentation.
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "3fff::/20")
                    .map(Network::of)
                    .toList();

    private final List<Network> allowed;
    private final Lookup lookup;

    AddressGuard(EgressSettings settings, Lookup lookup) {
        this.allowed = settings.allowedNetworks();
        this.lookup = lookup;
    }

    /**
     * The addresses of a host as it stands in a URL, all of which may be connected to.
     *
     * @throws BlockedHost when it must not be connected to
     * @throws UnknownHostException when it has no address
     */
    List<InetAddress> vet(String urlHost) throws UnknownHostException {
        String host = normal(urlHost);
        if (host.indexOf('%') >= 0) {
            throw new BlockedHost("The address %s names a network zone.".formatted(host));
        }
        if (host.indexOf(':') >= 0 || IPV4.matcher(host).matches()) {
            return vetted(host, List.of(literal(host)));
        }
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            throw new BlockedHost(
                    "%s is no host name. Write an IPv4 address as four decimal numbers."
                            .formatted(host));
        }
        if (LOCAL_NAME.matcher(host).matches()) {
            return allowedOnly(host, LOCALHOST.matcher(host).matches() ? LOOPBACK : find(host));
        }
        return vetted(host, find(host));
    }

    private static String normal(String host) {
        String bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        String lower = bare.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static InetAddress literal(String host) throws UnknownHostException {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            throw new BlockedHost("%s is no IP address.".formatted(host));
        }
    }

    private List<InetAddress> find(String name) throws UnknownHostException {
        return lookup.addresses(name);
    }

    private List<InetAddress> vetted(String host, List<InetAddress> addresses) throws BlockedHost {
        for (InetAddress address : addresses) {
            if (!isAllowed(address) && isIn(NOT_PUBLIC, address)) {
                throw blocked(host, address);
            }
        }
        return addresses;
    }

    private List<InetAddress> allowedOnly(String host, List<InetAddress> addresses)
            throws BlockedHost {
        List<InetAddress> reachable = addresses.stream().filter(this::isAllowed).toList();
        if (reachable.isEmpty()) {
            throw blocked(host, addresses.getFirst());
        }
        return reachable;
    }

    private boolean isAllowed(InetAddress address) {
        return isIn(allowed, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static BlockedHost blocked(String host, InetAddress address) {
        String text = address.getHostAddress();
        boolean named = host.indexOf(':') < 0 && !host.equals(text);
        return new BlockedHost(
                (named
                                        ? "%s leads to %s, which is in a private network that webhooks may not reach."
                                        : "%2$s is in a private network, which webhooks may not reach.")
                                .formatted(host, text)
                        + " Use a public address, or ask the operator to allow this network"
                        + " (signalbox.egress.allowed-networks).");
    }
}
