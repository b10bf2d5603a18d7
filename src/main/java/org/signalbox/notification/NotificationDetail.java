package org.signalbox.notification;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.Principal;
import org.signalbox.hal.Document;
import org.signalbox.project.Project;
import org.signalbox.workpackage.WorkPackage;

/**
 * A notification with what its single representation embeds.
 *
 * @param actor null if nobody caused it, or somebody who was deleted
 * @param activity as who is notified sees it; null if there is none
 */
record NotificationDetail(
        Notification notification,
        Project project,
        WorkPackage workPackage,
        @Nullable Principal actor,
        @Nullable Document activity) {}
