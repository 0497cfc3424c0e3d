package org.rung.asks;

import java.time.Instant;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.ladder.Reason;

/** What someone was asked and has not answered yet, called as in their language, why it was proposed, and when. */
public record OpenAsk(AskId askId, AskFamily family, String title, Reason reason, Instant askedAt) {}
