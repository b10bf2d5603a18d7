package org.signalbox.attachment;

/**
 * @param bytesMax the largest file that is taken
 */
public record AttachmentSettings(long bytesMax) {}
