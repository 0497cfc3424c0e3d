package org.rung.texting;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.campaigns.CampaignId;
import org.springframework.stereotype.Component;

/**
 * Where this node last found first texts that nobody held. What was taken leaves marks in the index that every claim
 * would walk over until the server has swept them away; starting behind them is a hint and decides nothing.
 */
@Component
class QueueFronts {
    private final Map<CampaignId, ConversationId> fronts = new ConcurrentHashMap<>();

    Optional<ConversationId> of(CampaignId campaign) {
        return Optional.ofNullable(fronts.get(campaign));
    }

    void at(CampaignId campaign, ConversationId front) {
        fronts.put(campaign, front);
    }

    /** Something was given back, perhaps before the front. */
    void forget(CampaignId campaign) {
        fronts.remove(campaign);
    }

    void forgetAll() {
        fronts.clear();
    }
}
