package org.rung.campaigns;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.common.OrganizationId;

/** What of a campaign waits for its recipients' hours; texting knows. */
public interface WaitingTexts {
    /** Empty where nothing waits. */
    Optional<Waiting> of(OrganizationId organizationId, CampaignId campaignId);

    /**
     * @param more whether there are more than were counted
     * @param first when the first of them leave
     * @param zone where the first recipient is
     */
    record Waiting(long count, boolean more, Instant first, ZoneId zone) {}
}
