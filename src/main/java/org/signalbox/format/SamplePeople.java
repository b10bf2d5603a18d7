package org.signalbox.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.signalbox.account.Employment;
import org.signalbox.account.Group;
import org.signalbox.account.PlaceholderUser;
import org.signalbox.account.User;
import org.signalbox.account.UserDetail;
import org.signalbox.account.UserStatus;

/** The people in samples. */
final class SamplePeople {
    private static final Instant JOINED = Instant.parse("2026-03-02T08:12:45.301Z");

    static final User MIRA =
            new User(
                    4,
                    "mira",
                    "Mira",
                    "Okafor",
                    "mira@example.com",
                    true,
                    UserStatus.ACTIVE,
                    "en",
                    Employment.UNKNOWN,
                    JOINED,
                    JOINED);

    static final User ANA =
            new User(
                    5,
                    "ana",
                    "Ana",
                    "Lima",
                    "ana@example.com",
                    false,
                    UserStatus.ACTIVE,
                    "en",
                    new Employment(
                            "Lead editor",
                            "Documentation",
                            "Porto",
                            LocalDate.parse("2024-09-01"),
                            null,
                            true,
                            new BigDecimal("85.00"),
                            "E-105"),
                    JOINED,
                    JOINED);

    static final Group EDITORS =
            new Group(8, "Editors", List.of(ANA.reference(), MIRA.reference()), JOINED, JOINED);

    static final PlaceholderUser TRANSLATOR = new PlaceholderUser(9, "Translator", JOINED, JOINED);

    private SamplePeople() {}

    static UserDetail ana() {
        return new UserDetail(ANA);
    }
}
