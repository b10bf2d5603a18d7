/**
 * The audit log: who changed what as an administrator, when, and from where.
 *
 * <p>An entry is appended in the transaction of the change it tells of, so there is neither without
 * the other. It is complete in itself, with names as they were, and it is never changed and never
 * deleted; secrets are only named. Others write through {@link org.signalbox.account.AuditTrail}.
 */
@NullMarked
package org.signalbox.audit;

import org.jspecify.annotations.NullMarked;
