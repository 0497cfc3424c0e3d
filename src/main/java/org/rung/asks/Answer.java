package org.rung.asks;

import java.time.Instant;
import java.util.Optional;

/**
 * What an answer did to an open ask, so that another answer can take it back.
 *
 * @param asking which one it settled
 * @param restsUntil how long it gives them a rest
 */
public record Answer(Optional<Long> asking, Optional<Instant> restsUntil) {}
