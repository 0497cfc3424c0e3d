package org.rung.campaigns;

import java.time.Clock;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.OwnLinks;
import org.rung.scripts.Looking;
import org.rung.scripts.MergeText;
import org.rung.scripts.Readers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ready answers outside the tree, of one campaign or of all. */
@Service
public class CannedReplies {
    private final CannedReplyStore store;
    private final CampaignStore campaigns;
    private final Readers readers;
    private final Clock clock;

    CannedReplies(CannedReplyStore store, CampaignStore campaigns, Readers readers, Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.readers = readers;
        this.clock = clock;
    }

    /** The campaign's own first, then the organization's; without roles, for rooms above. */
    @Transactional(readOnly = true)
    public List<CannedReply> of(OrganizationId organizationId, CampaignId campaignId) {
        return store.of(organizationId, campaignId);
    }

    /** Those that serve every campaign, by title. */
    @Transactional(readOnly = true)
    public List<CannedReply> common(Actor actor) {
        Looking.must(actor);
        return store.common(actor.organization());
    }

    @Transactional
    public CannedReplyId add(Actor actor, CannedReplyDraft draft) {
        check(actor, draft);
        if (store.count(actor.organization()) >= 1_000) throw new Problem.Invalid("words", "problem.canned-many");
        return store.add(actor.organization(), draft, clock.instant());
    }

    @Transactional
    public void change(Actor actor, CannedReplyId cannedReplyId, CannedReplyDraft draft) {
        check(actor, draft);
        if (!store.change(actor.organization(), cannedReplyId, draft))
            throw new Problem.Missing("canned reply", cannedReplyId);
    }

    /** Removing one that is gone already is no fault. */
    @Transactional
    public void remove(Actor actor, CannedReplyId cannedReplyId) {
        actor.must(Permission.WRITE_SCRIPTS);
        store.remove(actor.organization(), cannedReplyId);
    }

    private void check(Actor actor, CannedReplyDraft draft) {
        actor.must(Permission.WRITE_SCRIPTS);
        draft.campaign()
                .filter(campaign ->
                        campaigns.find(actor.organization(), campaign).isEmpty())
                .ifPresent(campaign -> {
                    throw new Problem.Missing("campaign", campaign);
                });
        MergeText.flaws(draft.words(), readers.fields(actor.organization())).stream()
                .findFirst()
                .ifPresent(flaw -> {
                    if (OwnLinks.carriedBy(flaw.stored())) throw new Problem.Invalid("words", "problem.give-link-off");
                    throw new Problem.Invalid("words", "problem.canned-merge", flaw.stored(), flaw.at() + 1);
                });
    }
}
