package org.rung.asks;

import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.ladder.Reason;

/** What to ask someone next, and why now: {@code reason.in(locale, zone)} says it in the reader's language. */
public record NextAsk(AskId askId, AskFamily family, String title, String words, Reason reason) {}
