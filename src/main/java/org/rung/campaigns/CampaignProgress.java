package org.rung.campaigns;

import java.util.Collection;
import java.util.Map;
import org.rung.common.OrganizationId;

/** How far campaigns are; texting knows. */
public interface CampaignProgress {
    /** One query for all; campaigns without conversations may be left out. */
    Map<CampaignId, Counts> of(OrganizationId organizationId, Collection<CampaignId> campaigns);

    /** Conversations by state. */
    record Counts(long needsFirstText, long awaitingReply, long needsResponse, long closed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        public long all() {
            return needsFirstText + awaitingReply + needsResponse + closed;
        }

        public long texted() {
            return all() - needsFirstText;
        }
    }
}
