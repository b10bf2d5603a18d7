package org.signalbox.workpackage;

import org.signalbox.account.Rights;

/**
 * A work package by itself, as an actor may see it.
 *
 * @param watched whether the actor watches it
 */
public record Shown(WorkPackageDetail detail, Rights rights, boolean watched) {}
