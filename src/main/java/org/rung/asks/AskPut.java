package org.rung.asks;

import org.rung.commitments.AskId;
import org.rung.ladder.Reason;

/** An ask that goes with a text, and why it was proposed. */
public record AskPut(AskId askId, Reason reason) {}
