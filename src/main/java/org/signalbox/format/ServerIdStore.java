package org.signalbox.format;

import java.util.UUID;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of the server's own UUID, which the database was born with. */
@Component
public final class ServerIdStore {

    public UUID id(View view) {
        return view.sql("select id from server")
                .query((row, _) -> UUID.fromString(row.getString("id")))
                .single();
    }
}
