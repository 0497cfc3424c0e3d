package org.rung.actions;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/** Evidence to record. credited: the texter who moved them. occasionId: the campaign or event it came from. onceKey: the same key again records nothing new. */
public record ActionDraft(
        SupporterId supporterId,
        ActionType type,
        long quantity,
        Optional<Money> amount,
        Verification verification,
        Instant happenedAt,
        Optional<MemberId> credited,
        Optional<Long> occasionId,
        String note,
        Optional<String> onceKey) {}
