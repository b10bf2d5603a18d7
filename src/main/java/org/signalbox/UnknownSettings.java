package org.signalbox;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.signalbox.store.CannotStart;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Stops the start when the environment or a system property names a setting that does not exist;
 * for arguments and files the framework's binder does so itself.
 */
final class UnknownSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String PREFIX = "signalbox";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Set<String> known = new HashSet<>();
        collect(Settings.class, PREFIX, known);
        var unknown = new TreeSet<String>();
        for (var source : context.getEnvironment().getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String name : enumerable.getPropertyNames()) {
                    if (isOurs(name) && !known.contains(letters(name))) {
                        unknown.add(name);
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new CannotStart("unknown setting " + String.join(", ", unknown));
        }
    }

    /** Settings for tests are the test run's own. */
    private static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.startsWith(PREFIX + ".") || lower.startsWith(PREFIX + "_"))
                && !lower.startsWith(PREFIX + ".test.");
    }

    /** A list element ({@code name[0]}, {@code NAME_0}) is known by its list. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\[\\d+]|_\\d+$", "")
                .replaceAll("[^a-z]", "");
    }

    private static void collect(Class<?> settings, String prefix, Set<String> known) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + component.getName();
            if (component.getType().isRecord()) {
                collect(component.getType(), name, known);
            } else {
                known.add(letters(name));
            }
        }
    }
}
