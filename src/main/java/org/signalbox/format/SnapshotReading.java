package org.signalbox.format;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the records and times of snapshots in a fraction of what it takes otherwise: a record is
 * made by a handle that takes the values as they come, and a time as it is written here needs no
 * formatter.
 */
final class SnapshotReading extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final String USUAL = "0000-00-00T00:00:00.000000000";
    private static final int SECONDS_END = USUAL.indexOf('.');

    SnapshotReading() {
        addDeserializer(Instant.class, new Times());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new Records());
    }

    private static final class Times extends StdScalarDeserializer<Instant> {
        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            return time(parser.getString());
        }
    }

    /** Without a formatter what {@link Instant#toString} writes for the years of four digits. */
    static Instant time(String text) {
        int end = text.length() - 1;
        return isUsual(text, end)
                ? LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19),
                                nanos(text, end))
                        .toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static boolean isUsual(String text, int end) {
        boolean usual =
                (end == SECONDS_END || (end > SECONDS_END + 1 && end <= USUAL.length()))
                        && text.charAt(end) == 'Z';
        for (int i = 0; usual && i < end; i++) {
            char c = text.charAt(i);
            usual = USUAL.charAt(i) == '0' ? c >= '0' && c <= '9' : c == USUAL.charAt(i);
        }
        return usual;
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int fraction = number(text, SECONDS_END + 1, end);
        for (int digits = end; digits < USUAL.length(); digits++) {
            fraction *= 10;
        }
        return fraction;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static final class Records extends ValueInstantiators.Base {

        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config,
                BeanDescription.Supplier type,
                ValueInstantiator usual) {
            var creator = usual.getWithArgsCreator();
            return type.getBeanClass().isRecord()
                            && creator != null
                            && creator.getAnnotated() instanceof Constructor<?> constructor
                    ? new OfRecord(usual, constructor)
                    : usual;
        }
    }

    private static final class OfRecord extends ValueInstantiator.Delegating {
        private final MethodHandle constructor;

        OfRecord(ValueInstantiator usual, Constructor<?> constructor) {
            super(usual);
            this.constructor = spread(constructor);
        }

        private static MethodHandle spread(Constructor<?> constructor) {
            try {
                constructor.setAccessible(true);
                return MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asSpreader(Object[].class, constructor.getParameterCount())
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("It was made accessible", e);
            }
        }

        @Override
        public Object createFromObjectWith(
                DeserializationContext context,
                SettableBeanProperty[] properties,
                PropertyValueBuffer values) {
            return createFromObjectWith(context, values.getParameters(context, properties));
        }

        @Override
        public Object createFromObjectWith(
                DeserializationContext context, @Nullable Object[] values) {
            try {
                return constructor.invokeExact(values);
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                return context.handleInstantiationProblem(getValueClass(), values, e);
            }
        }
    }
}
