package org.rung.campaigns;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.scripts.Looking;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns made from others, and those that are kept to be copied. */
@Service
public class CampaignCopies {
    private final CampaignStore store;
    private final TermsStore terms;
    private final TexterStore texters;
    private final CannedReplyStore replies;
    private final ReachStore around;
    private final CampaignChanges changes;
    private final Clock clock;

    CampaignCopies(
            CampaignStore store,
            TermsStore terms,
            TexterStore texters,
            CannedReplyStore replies,
            ReachStore around,
            CampaignChanges changes,
            Clock clock) {
        this.store = store;
        this.terms = terms;
        this.texters = texters;
        this.replies = replies;
        this.around = around;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A draft that is like another campaign, a template or not: its turf, script as it is now, goal, sender, hours, limits
     * and ready replies; with textersToo, those of its texters who may still text. Its times are not copied, and nothing
     * that happened in it.
     */
    @Transactional
    public CampaignId copy(Actor actor, CampaignId campaignId, String name, boolean textersToo) {
        return copy(actor, campaignId, name, textersToo, false);
    }

    /** A copy, kept to be copied: it never starts and is in no list but that of templates. */
    @Transactional
    public CampaignId keep(Actor actor, CampaignId campaignId, String name) {
        return copy(actor, campaignId, name, true, true);
    }

    private CampaignId copy(Actor actor, CampaignId campaignId, String name, boolean textersToo, boolean template) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var here = actor.organization();
        var from = store.find(here, campaignId).orElseThrow(() -> new Problem.Missing("campaign", campaignId));
        var now = clock.instant();
        var made = store.make(here, CampaignDraft.of(from).withName(name), now);
        terms.copy(here, from, made, template);
        replies.copy(here, campaignId, made, now);
        if (textersToo) {
            var may = around.whoMayText(here, texters.of(here, campaignId));
            if (!may.isEmpty()) texters.add(here, made, may, now);
        }
        changes.announce(actor, made, CampaignState.DRAFT);
        return made;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Campaign> templates(Actor actor, Page.Wanted wanted) {
        Looking.must(actor);
        var after = wanted.after().map(text -> new CampaignId(Id.parse("cursor", text)));
        List<Campaign> rows = terms.templates(actor.organization(), after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().campaignId().text()));
    }

    /** What was made from it stays. Dropping a dropped one is no fault. */
    @Transactional
    public void drop(Actor actor, CampaignId template) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.locked(actor, template);
        if (!terms.dropTemplate(actor.organization(), template))
            throw new Problem.Conflict("problem.campaign-no-template");
        if (before.state() != CampaignState.ENDED) changes.announce(actor, template, CampaignState.ENDED);
    }
}
