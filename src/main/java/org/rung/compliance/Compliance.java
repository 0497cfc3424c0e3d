package org.rung.compliance;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.Reach;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.consent.Consents;
import org.rung.consent.SuppressionFilter;
import org.rung.consent.Suppressions;
import org.rung.contact.ContactRules;
import org.rung.scripts.Check;
import org.rung.senders.Senders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that an organization answers for, in one place; each thing is changed where it lives. Needs SEE_PEOPLE. */
@Service
public class Compliance {
    private final Consents consents;
    private final Suppressions suppressions;
    private final ContactRules contact;
    private final Senders senders;
    private final Campaigns campaigns;
    private final Reach reach;
    private final SentStore sent;
    private final Clock clock;

    Compliance(
            Consents consents,
            Suppressions suppressions,
            ContactRules contact,
            Senders senders,
            Campaigns campaigns,
            Reach reach,
            SentStore sent,
            Clock clock) {
        this.consents = consents;
        this.suppressions = suppressions;
        this.contact = contact;
        this.senders = senders;
        this.campaigns = campaigns;
        this.reach = reach;
        this.sent = sent;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Overview overview(Actor actor) {
        actor.must(Permission.SEE_PEOPLE);
        var since = clock.instant().minus(Duration.ofDays(Overview.DAYS));
        return new Overview(
                sent.since(actor.organization(), since),
                consents.counts(actor, since),
                consents.standing(actor),
                Map.of(
                        "GOOD", suppressed(actor, "GOOD"),
                        "UNTIL", suppressed(actor, "UNTIL"),
                        "CAMPAIGN", suppressed(actor, "CAMPAIGN")),
                contact.of(actor.organization()),
                senders.all(new Actor.System(actor.organization())));
    }

    private long suppressed(Actor actor, String kind) {
        return suppressions.count(actor, new SuppressionFilter(Optional.of(kind), Optional.empty(), Optional.empty()));
    }

    /** A campaign that was not started, and all that is looked at before it is: the list of its own page. */
    public record Checklist(Campaign campaign, List<Check> checks) {
        /** How many things hold it. */
        public long holding() {
            return checks.stream()
                    .filter(check -> check.level() == Check.Level.MUST)
                    .count();
        }
    }

    /** The newest first; each campaign costs as much as its own page. */
    @Transactional(readOnly = true)
    public Page<Checklist> checklists(Actor actor, Page.Wanted wanted) {
        var drafts = campaigns.drafts(actor, wanted);
        return new Page<>(
                drafts.rows().stream()
                        .map(campaign -> new Checklist(campaign, reach.checks(actor, campaign)))
                        .toList(),
                drafts.next());
    }
}
