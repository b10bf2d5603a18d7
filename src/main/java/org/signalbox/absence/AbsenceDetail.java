package org.signalbox.absence;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;

/** An absence with what its single representation embeds; what events about it hold. */
public record AbsenceDetail(Absence absence, @Nullable User user) {}
