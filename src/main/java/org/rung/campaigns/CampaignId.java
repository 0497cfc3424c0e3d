package org.rung.campaigns;

import org.rung.common.Id;

public record CampaignId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
