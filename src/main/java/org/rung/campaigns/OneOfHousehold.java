package org.rung.campaigns;

import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Changes;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a campaign texts one person of each household first, whoever is known the longest; without it, everyone with a number. */
@Service
public class OneOfHousehold {
    private final TermsStore store;
    private final CampaignChanges changes;
    private final AuditLog audit;

    OneOfHousehold(TermsStore store, CampaignChanges changes, AuditLog audit) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
    }

    /** @throws Problem.Conflict once it has started: whom it texts is fixed then */
    @Transactional
    public void set(Actor actor, CampaignId campaignId, boolean one) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.open(actor, campaignId);
        if (store.onePerHousehold(actor.organization(), campaignId) == one) return;
        if (before.state() != CampaignState.DRAFT) throw new Problem.Conflict("problem.campaign-keeps.household");
        store.onePerHousehold(actor.organization(), campaignId, one);
        audit.add(
                actor,
                "campaign.household-set",
                "campaign",
                Optional.of(campaignId.value()),
                Changes.of().field("onePerHousehold", !one, one).end());
        changes.announce(actor, campaignId, before.state());
    }

    /** Without roles: for whoever makes its conversations or shows it. */
    @Transactional(readOnly = true)
    public boolean of(OrganizationId organizationId, CampaignId campaignId) {
        return store.onePerHousehold(organizationId, campaignId);
    }
}
