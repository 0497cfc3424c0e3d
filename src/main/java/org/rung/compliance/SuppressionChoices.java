package org.rung.compliance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;

/** What may be chosen where somebody is put on the do-not-text list. */
@Service
public class SuppressionChoices {
    private static final int MOST = 100;

    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Clock clock;

    SuppressionChoices(Campaigns campaigns, Organizations organizations, Clock clock) {
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** With the newest campaigns that have not ended, for whoever may see them; texters choose only the one they text in. */
    public SuppressionFields fields(Actor actor, Optional<CampaignId> usual) {
        var zone = organizations.get(actor.organization()).zone();
        var all = actor.may(Permission.SEE_PEOPLE)
                ? campaigns.page(new Actor.System(actor.organization()), Page.Wanted.first(MOST)).rows().stream()
                        .filter(one -> one.state() != CampaignState.ENDED
                                && !one.terms().template())
                        .toList()
                : usual.flatMap(id -> campaigns.find(actor.organization(), id)).stream()
                        .toList();
        return new SuppressionFields(LocalDate.ofInstant(clock.instant(), zone), zone, all, usual);
    }
}
