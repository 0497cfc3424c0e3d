package org.rung.campaigns;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.scripts.ScriptVersionId;

/**
 * A campaign moved on from one version of its script to a later one.
 *
 * @param number of the later version
 * @param madeBy nobody where a program did it
 */
public record ScriptMove(
        ScriptMoveId scriptMoveId,
        CampaignId campaignId,
        ScriptVersionId former,
        ScriptVersionId version,
        int number,
        Optional<MemberId> madeBy,
        Instant movedAt,
        Optional<Instant> undoneAt) {}
