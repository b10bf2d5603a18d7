package org.signalbox.hal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code byte[]} parameter of a controller that takes what a client sent as it came; where
 * {@link Body} would be too slow or too small.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RawBody {
    /** A longer body is refused. */
    int bytesMax();
}
