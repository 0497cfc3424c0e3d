package org.rung.people;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/** What someone wrote down about a supporter. */
public record Note(Optional<MemberId> author, String words, Instant createdAt) {}
