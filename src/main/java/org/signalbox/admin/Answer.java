package org.signalbox.admin;

/** What a receiver answered, in one word or number, and its colour. */
record Answer(String tone, String text) {}
