/**
 * Tells administrators by e-mail that a webhook fails, was paused or recovered, where a mail server
 * is configured.
 *
 * <p>What is to be told stands in the database in the transaction that records the change, one row
 * a webhook: what is outrun before it was told is not told, so that a webhook that comes and goes
 * makes few mails. From there it becomes a row for each recipient, and is sent outside of any
 * transaction. A node takes a mail for a while before it sends it, so no other node does.
 */
@NullMarked
package org.signalbox.mail;

import org.jspecify.annotations.NullMarked;
