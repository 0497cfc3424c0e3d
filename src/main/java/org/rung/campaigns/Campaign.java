package org.rung.campaigns;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.rung.scripts.ScriptId;
import org.rung.scripts.ScriptVersionId;
import org.rung.senders.SenderId;
import org.rung.turf.TurfId;

/**
 * Script, turf, texters, hours and goal. The script version is fixed when it starts. overLimitReason: why it may text people who have had as
 * many first texts as the contact rules allow. edits: what texters may do to its first text.
 */
public record Campaign(
        CampaignId campaignId,
        String name,
        CampaignState state,
        Optional<TurfId> turf,
        Optional<ScriptId> script,
        Optional<ScriptVersionId> scriptVersion,
        Optional<SenderId> sender,
        Optional<ActionType> goal,
        LocalTime textingFrom,
        LocalTime textingUntil,
        int firstBatch,
        int replyBatch,
        int leaseMinutes,
        int openRepliesCap,
        boolean selfServe,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<String> pauseReason,
        Optional<String> overLimitReason,
        EditPolicy edits,
        CampaignTerms terms) {
    /** Whether its success can be counted: it is after a deed, or a rung. */
    public boolean aims() {
        return goal.isPresent() || terms.goalRung().isPresent();
    }
}
