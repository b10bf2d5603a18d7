package org.signalbox.mail;

/**
 * A mail to one person.
 *
 * @param tries how often it was tried to send it, this time included
 */
record Mail(long id, String recipient, String subject, String body, int tries) {

    static Mail fresh(String recipient, String subject, String body) {
        return new Mail(0, recipient, subject, body, 0);
    }
}
