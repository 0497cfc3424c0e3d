package org.rung.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;

/** Where a campaign's conversations stand in its script, and whether anybody was texted with it; texting knows. */
public interface ScriptUse {
    /**
     * How many conversations that are not closed stand at one place.
     *
     * @param question the one that is asked next; none before the first answer, and after the last
     * @param texted whether they were texted at all
     * @param answered whether they answered anything
     */
    record Standing(Optional<String> question, boolean texted, boolean answered, long conversations) {}

    /** One query. */
    List<Standing> standings(OrganizationId organizationId, CampaignId campaignId);

    /** Whether a text of the campaign was written since then, and not taken back before it left. */
    boolean textedSince(OrganizationId organizationId, CampaignId campaignId, Instant since);
}
