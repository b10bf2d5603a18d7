package org.signalbox.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "public.example", List.of("93.184.216.34", "2606:2800:220:1::1"),
                    "mixed.example", List.of("93.184.216.34", "10.0.0.1"),
                    "n8n.internal", List.of("10.1.2.3"),
                    "rebound.example", List.of("169.254.169.254"));

    private static List<InetAddress> addresses(String name) throws UnknownHostException {
        List<String> known = NAMES.get(name);
        if (known == null) {
            throw new UnknownHostException("The name " + name + " does not exist");
        }
        return known.stream().map(InetAddress::ofLiteral).toList();
    }

    private static AddressGuard allowing(String... networks) {
        return new AddressGuard(
                new EgressSettings(Stream.of(networks).map(Network::of).toList()),
                AddressGuardTest::addresses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "[2606:2800:220:1::1]",
                "public.example",
                "PUBLIC.example."
            })
    void public_hosts_may_be_reached(String host) throws UnknownHostException {
        assertThat(allowing().vet(host)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.20.4.12",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.0.9",
                "169.254.169.254",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.19.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::7f00:1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[2001::1]",
                "[2001:db8::1]",
                "[2002:7f00:1::]",
                "[3fff::1]",
                "[5f00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "localhost",
                "api.localhost",
                "n8n.internal",
                "mixed.example",
                "rebound.example"
            })
    void private_hosts_are_blocked_with_a_word_on_how_to_allow_them(String host) {
        assertThatThrownBy(() -> allowing().vet(host))
                .isInstanceOf(BlockedHost.class)
                .hasMessageContaining("signalbox.egress.allowed-networks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f.1",
                "0x7f000001",
                "0177.0.0.1",
                "127.1",
                "1.2.3",
                "127.0.0.01",
                "256.1.1.1",
                "example.0x",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[1:2]"
            })
    void addresses_in_disguise_are_blocked(String host) {
        assertThatThrownBy(() -> allowing("0.0.0.0/0", "::/0").vet(host))
                .isInstanceOf(BlockedHost.class);
    }

    @Test
    void who_allows_loopback_can_use_localhost() throws UnknownHostException {
        assertThat(allowing("127.0.0.0/8").vet("localhost"))
                .containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(allowing("127.0.0.0/8").vet("127.0.0.1")).hasSize(1);
        assertThat(allowing("::1/128").vet("[::1]")).hasSize(1);
    }

    @Test
    void local_names_lead_to_allowed_networks_only() throws UnknownHostException {
        assertThat(allowing("10.0.0.0/8").vet("n8n.internal")).hasSize(1);
        assertThatThrownBy(() -> allowing("192.168.0.0/16").vet("n8n.internal"))
                .isInstanceOf(BlockedHost.class)
                .hasMessageStartingWith("n8n.internal leads to 10.1.2.3, which is in a private");
    }

    @Test
    void what_does_not_exist_is_not_blocked() {
        assertThatThrownBy(() -> allowing().vet("missing.example"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(BlockedHost.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "::/129",
                "localhost/8",
                "10.0/8",
                "",
                "300.0.0.0/8"
            })
    void what_is_no_network_is_refused(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void urls_that_may_be_saved() {
        var targets = new Targets(allowing());
        assertThat(targets.problem("https://public.example/hooks?a=b")).isEmpty();
        assertThat(targets.problem("http://public.example:8080/")).isEmpty();
        assertThat(targets.problem("https://missing.example/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "public.example",
                "ftp://public.example/",
                "https:///x",
                "https://a b/",
                "http://ü.example/"
            })
    void what_is_no_url_of_http(String text) {
        assertThat(new Targets(allowing()).problem(text))
                .hasValue("Enter an address that starts with https:// or http://.");
    }

    @Test
    void urls_that_may_not_be_saved() {
        var targets = new Targets(allowing());
        assertThat(targets.problem("http://10.20.4.12:8080/hooks"))
                .hasValue(
                        "10.20.4.12 is in a private network, which webhooks may not reach. Use a"
                                + " public address, or ask the operator to allow this network"
                                + " (signalbox.egress.allowed-networks).");
        assertThat(targets.problem("https://me:secret@public.example/").orElse(""))
                .contains("header instead");
        assertThat(targets.problem("http://public.example:25/"))
                .hasValue("Port 25 is not for HTTP.");
        assertThat(targets.problem("https://public.example/" + "x".repeat(2000))).isPresent();
    }
}
