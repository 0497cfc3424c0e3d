package org.rung.texting;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;

/** What a member sees first. inbox and running are there for those who may see all conversations. */
public record Home(
        Waiting replies, List<Work> campaigns, List<Moved> moved, Optional<Waiting> inbox, Optional<Integer> running) {

    /** How many wait, since when the oldest. */
    public record Waiting(int count, Optional<Instant> oldest) {}

    /** A campaign one texts for: first texts held, done of the latest batch, and still to be had. */
    public record Work(
            CampaignId campaignId,
            String name,
            CampaignState state,
            int held,
            int doneOfBatch,
            int unheld,
            boolean selfServe,
            int batch,
            LocalTime opens,
            LocalTime closes,
            boolean openNow) {}

    /** How many supporters rose to a rung through this texter. */
    public record Moved(boolean giving, int position, String rung, int people) {}
}
