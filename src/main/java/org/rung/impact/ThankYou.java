package org.rung.impact;

import java.time.Instant;

/** What somebody wrote to a member to thank them. from: the name of whoever did. */
public record ThankYou(ThanksId thanksId, String from, String words, Instant at, boolean read) {}
