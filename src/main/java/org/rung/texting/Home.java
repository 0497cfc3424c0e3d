package org.rung.texting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;

/** What a member sees first. inbox and running are there for those who see all conversations; held waits for a person. */
public record Home(
        Waiting replies, List<Work> campaigns, Optional<Waiting> inbox, Optional<Running> running, int held) {

    /** How many wait, since when the oldest. */
    public record Waiting(int count, Optional<Instant> oldest) {}

    /** How many campaigns run, and how far the newest of them are. */
    public record Running(int count, List<Progress> newest) {}

    public record Progress(CampaignId campaignId, String name, long texted, long all, long waiting) {}

    /**
     * A campaign one texts for: first texts held, done of the latest batch, and how many one can get now. opens: when the
     * hours of the first of its people open, while nobody's are; closes: when the last ones' close.
     */
    public record Work(
            CampaignId campaignId,
            String name,
            CampaignState state,
            Optional<String> pauseReason,
            int held,
            int doneOfBatch,
            int toGet,
            boolean selfServe,
            Optional<Instant> opens,
            Optional<Instant> closes,
            boolean openNow) {}
}
