package org.rung.campaigns;

import java.time.LocalTime;
import java.util.Optional;
import org.rung.ladder.ActionType;
import org.rung.turf.TurfId;

/** What the campaign form makes. */
public record CampaignDraft(
        String name,
        Optional<TurfId> turf,
        Optional<ScriptId> script,
        Optional<ActionType> goal,
        LocalTime textingFrom,
        LocalTime textingUntil,
        int firstBatch,
        int replyBatch,
        int leaseMinutes,
        boolean selfServe) {}
