package org.rung.texting;

import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a campaign has reached of its goal. */
@Service
public class Successes {
    /** What filters call the people who are counted here. */
    public static final String FILTER = "succeeded";

    private final SucceededStore store;

    Successes(SucceededStore store) {
        this.store = store;
    }

    /**
     * Its texted people who did what it is after since it started, or who came to the rung that it is after once their first
     * text had left, each once; empty without a goal, and before it starts.
     */
    @Transactional(readOnly = true)
    public Optional<Long> count(OrganizationId organizationId, Campaign campaign) {
        return store.count(organizationId, campaign);
    }
}
