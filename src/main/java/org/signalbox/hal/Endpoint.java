package org.signalbox.hal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the API's description what an endpoint does and answers. Path, parameters, the body and
 * the usual errors follow from the method that it stands on.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {

    /** How many resources an answer has. */
    enum Of {
        ONE,
        /** A page of a collection. */
        PAGE,
        /** A collection that is given as a whole. */
        ALL
    }

    /** What it does, in a few words. */
    String value();

    /** The name of the {@link Shape} that is answered; none if there is no body. */
    String answer() default "";

    Of of() default Of.ONE;

    int status() default 200;

    /** Another status of success with the same answer; 0 if there is none. */
    int orStatus() default 0;

    /** The name of the shape that is sent; by itself what a write of the answer sends. */
    String body() default "";

    /**
     * The name of the shape by whose filters and sort keys it goes, where that is not the one of
     * which it gives a page.
     */
    String lists() default "";

    /** Filters that it takes and no shape names. */
    String[] filters() default {};

    /** Sort keys that it takes and no shape names. */
    String[] sorts() default {};

    /** Parameters of a list that it reads besides filters, order and, of pages, their part. */
    String[] reads() default {};

    /** Media type of what is sent, where that is no JSON. */
    String takes() default "";

    /** Media type of the answer, where that is no HAL. */
    String gives() default "";
}
