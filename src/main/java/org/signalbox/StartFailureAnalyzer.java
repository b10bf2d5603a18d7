package org.signalbox;

import java.net.SocketException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.CannotStart;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Finds the one line that says why the start failed. It names settings, never their values. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = explain(cause);
            if (line != null) {
                return new FailureAnalysis(line, null, failure);
            }
        }
        return null;
    }

    private static @Nullable String explain(Throwable cause) {
        return switch (cause) {
            case CannotStart known -> known.getMessage();
            case PortInUseException taken ->
                    "port " + taken.getPort() + " is in use; choose another with --server.port";
            case UnboundConfigurationPropertiesException unknown ->
                    "unknown setting "
                            + unknown.getUnboundProperties().stream()
                                    .map(property -> property.getName().toString())
                                    .sorted()
                                    .collect(Collectors.joining(", "));
            case BindException invalid ->
                    "the setting " + invalid.getName() + " makes no sense: " + reason(invalid);
            case java.net.BindException address ->
                    "the address cannot be used: " + address.getMessage();
            case SocketException address -> "the address cannot be used: " + address.getMessage();
            default -> null;
        };
    }

    private static String reason(BindException invalid) {
        Throwable root = invalid;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnboundConfigurationPropertiesException unknown) {
            return String.valueOf(explain(unknown));
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
