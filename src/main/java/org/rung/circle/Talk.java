package org.rung.circle;

import java.time.Instant;

/** A conversation from the member's own phone, and what came of it. */
public record Talk(TalkId talkId, TalkOutcome outcome, Instant happenedAt) {}
