package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/** Somebody whose first texts were looked at, and who takes as many as they like since. */
public record FreedTexter(MemberId texter, String name, Optional<MemberId> by, Instant freedAt) {}
