package org.rung.circle;

import org.rung.common.MemberId;

/** A card and the member in whose list it is. */
record Whose(MemberId memberId, Card card) {}
