package org.signalbox.account;

import org.jspecify.annotations.Nullable;

/**
 * The first administrator; used only while there is no user.
 *
 * @param adminPassword null or empty for a generated one
 * @param adminToken null or empty for a generated one
 */
public record BootstrapSettings(@Nullable String adminPassword, @Nullable String adminToken) {
    public BootstrapSettings {
        if (adminPassword != null && Passwords.tooLong(adminPassword)) {
            throw new IllegalArgumentException(
                    "signalbox.bootstrap.admin-password must not be longer than 72 bytes");
        }
    }

    @Override
    public String toString() {
        return "BootstrapSettings[…]";
    }
}
