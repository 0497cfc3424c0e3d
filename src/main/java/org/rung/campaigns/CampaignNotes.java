package org.rung.campaigns;

import java.util.Optional;
import org.rung.accounts.Changes;
import org.rung.common.OrganizationId;
import org.rung.ladder.Reached;
import org.rung.ladder.Reaching;
import org.rung.ladder.Rung;
import org.rung.ladder.RungId;
import org.springframework.stereotype.Component;

/** What the audit log keeps of a change to a campaign: what it names by what that is called, since ids tell readers nothing. */
@Component
class CampaignNotes {
    private final ReachStore around;
    private final Reaching reaching;

    CampaignNotes(ReachStore around, Reaching reaching) {
        this.around = around;
        this.reaching = reaching;
    }

    Changes of(OrganizationId here, Campaign before, CampaignDraft after) {
        var keptRung = before.terms().goalRung().filter(kept -> after.goal().isEmpty());
        return Changes.of()
                .field("name", before.name(), after.name())
                .field(
                        "turf",
                        before.turf().flatMap(id -> around.turfName(here, id)),
                        after.turf().flatMap(id -> around.turfName(here, id)))
                .field(
                        "script",
                        before.script().flatMap(id -> around.scriptName(here, id)),
                        after.script().flatMap(id -> around.scriptName(here, id)))
                .field("goal", before.goal(), after.goal())
                .field("goalRung", rung(here, before.terms().goalRung()), rung(here, keptRung))
                .field("textingFrom", before.textingFrom(), after.textingFrom())
                .field("textingUntil", before.textingUntil(), after.textingUntil())
                .field("firstBatch", before.firstBatch(), after.firstBatch())
                .field("replyBatch", before.replyBatch(), after.replyBatch())
                .field("leaseMinutes", before.leaseMinutes(), after.leaseMinutes())
                .field("selfServe", before.selfServe(), after.selfServe())
                .field("edits", before.edits(), after.edits())
                .end();
    }

    /** A rung in place of whatever it was after. */
    Changes reaching(OrganizationId here, Campaign before, Optional<RungId> rung) {
        return Changes.of()
                .field("goal", before.goal(), Optional.empty())
                .field("goalRung", rung(here, before.terms().goalRung()), rung(here, rung))
                .end();
    }

    private Optional<String> rung(OrganizationId here, Optional<RungId> rung) {
        return rung.flatMap(one -> reaching.of(here, one)).map(Reached::rung).map(Rung::name);
    }
}
