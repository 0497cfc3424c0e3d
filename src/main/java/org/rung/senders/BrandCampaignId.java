package org.rung.senders;

import org.rung.common.Id;

public record BrandCampaignId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
