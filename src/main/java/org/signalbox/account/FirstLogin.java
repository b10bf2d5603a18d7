package org.signalbox.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with what was generated for the first administrator. Only the server's own account may
 * read it, and it goes away when that administrator's password is changed.
 */
public final class FirstLogin {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLogin.class);
    private static final String LOGIN = "Login:     ";

    private final Path file;

    public FirstLogin(Path dataDir) {
        this.file = dataDir.resolve("first-login.txt");
    }

    /** Whether the first administrator still has the first password. */
    public boolean exists() {
        return Files.exists(file);
    }

    void write(String login, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, LOGIN + login + "\n" + text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That person has a new password now, or is gone. */
    void forget(String login) {
        try {
            if (exists() && Files.readAllLines(file).contains(LOGIN + login)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("Delete {} by hand, the server cannot: {}", file, e.toString());
        }
    }
}
