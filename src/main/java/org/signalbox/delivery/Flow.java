package org.signalbox.delivery;

import java.util.List;

/**
 * What all attempts of the time until now came to.
 *
 * @param parts it is made of, as long as each other, oldest first, the running one last
 */
public record Flow(Stretch whole, List<Stretch> parts) {

    public Flow {
        parts = List.copyOf(parts);
    }
}
