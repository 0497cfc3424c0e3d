package org.rung.texting;

import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignTexters;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.scripts.ScriptTree;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who has not texted yet is going to text. */
@Service
public class FirstBatches {
    private final FirstBatchStore store;
    private final CampaignTexters texters;
    private final Scripting scripting;

    FirstBatches(FirstBatchStore store, CampaignTexters texters, Scripting scripting) {
        this.store = store;
        this.texters = texters;
        this.scripting = scripting;
    }

    /** Whether this member may text and was never given anyone to. */
    @Transactional(readOnly = true)
    public boolean ahead(Actor.Member actor) {
        return actor.may(Permission.TEXT) && !store.had(actor.memberId());
    }

    /** The script of the first running campaign that they text for. */
    @Transactional(readOnly = true)
    public Optional<ScriptTree> script(Actor.Member actor) {
        return texters.joinedBy(actor.organization(), actor.memberId()).stream()
                .filter(campaign -> campaign.state() == CampaignState.RUNNING)
                .findFirst()
                .flatMap((Campaign campaign) -> scripting.tree(actor.organization(), campaign));
    }
}
