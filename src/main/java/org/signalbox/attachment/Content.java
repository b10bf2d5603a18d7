package org.signalbox.attachment;

/**
 * Bytes that were kept.
 *
 * @param digest MD5, in hexadecimal digits
 * @param signs what they say of their type
 */
record Content(long id, long size, String digest, FileTypes.Signs signs) {}
