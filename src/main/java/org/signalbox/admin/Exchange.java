package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of an exchange: headers, body, and a note about the body. */
record Exchange(List<Named> headers, @Nullable Code body, @Nullable String note) {}
