/**
 * awork's API for webhooks, below {@code /awork/api/v1}: another door to the webhooks of the format
 * {@code awork}, with the rules and the storage of API v3.
 */
@NullMarked
package org.signalbox.awork;

import org.jspecify.annotations.NullMarked;
