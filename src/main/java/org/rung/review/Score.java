package org.rung.review;

import java.time.Instant;
import org.rung.common.MemberId;

/** How a conversation went, from who looked at it, for who texted. stars: 1 needs a word, 2 good, 3 wonderful. */
public record Score(MemberId from, MemberId to, int stars, String note, Instant at) {}
