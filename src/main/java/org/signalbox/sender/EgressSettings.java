package org.signalbox.sender;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where requests may go.
 *
 * @param allowedNetworks that may be reached although they are not public
 */
public record EgressSettings(@DefaultValue List<Network> allowedNetworks) {

    public EgressSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}
