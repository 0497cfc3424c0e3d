package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/**
 * Somebody new who has sent all the first texts that they may before somebody has looked.
 *
 * @param sent first texts that they sent in all
 * @param looked how many of these somebody has looked at before, who wanted to see more
 * @param waits since when they get no more
 * @param talkedBy who talked to them about it; nobody where a program did
 */
public record NewTexter(
        MemberId texter,
        String name,
        int sent,
        int looked,
        Instant waits,
        Optional<Instant> talkedAt,
        Optional<MemberId> talkedBy) {}
