package org.rung.impact;

import org.rung.common.MemberId;

/** What the people whom a member asked did in four weeks: promises kept, who came, promises made. Texts count nothing. */
public record Leader(MemberId memberId, String name, int kept, int came, int promised) {}
