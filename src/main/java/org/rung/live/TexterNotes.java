package org.rung.live;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.campaigns.CampaignChanged;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organizers tell all texters of a campaign, in the app: each sees it at home until they have read it. */
@Service
public class TexterNotes {
    public static final int LONGEST = 500;
    private static final int SHOWN = 20;

    private final TexterNoteStore store;
    private final Campaigns campaigns;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    TexterNotes(
            TexterNoteStore store,
            Campaigns campaigns,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * To everyone who texts for it now.
     *
     * @param words 1 to 500 characters
     * @throws Problem.Conflict once it has ended
     */
    @Transactional
    public TexterNoteId tell(Actor actor, CampaignId campaignId, String words) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var said = words.strip();
        if (said.isEmpty()) throw new Problem.Invalid("words", "problem.note-empty");
        if (said.length() > LONGEST) throw new Problem.Invalid("words", "problem.too-long", LONGEST);
        var campaign = campaigns.get(actor, campaignId);
        if (campaign.state() == CampaignState.ENDED) throw new Problem.Conflict("problem.campaign-ended");
        var noteId = new TexterNoteId(Id.next());
        store.add(actor.organization(), campaignId, noteId, actor.member(), said, clock.instant());
        audit.add(actor, "texters.told", "campaign", Optional.of(campaignId.value()), "");
        announce.publishEvent(new CampaignChanged(actor.organization(), campaignId, campaign.state()));
        return noteId;
    }

    /** It is shown to nobody any more; who has read it has read it. */
    @Transactional
    public void takeBack(Actor actor, TexterNoteId noteId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var campaignId = store.campaignOf(actor.organization(), noteId)
                .orElseThrow(() -> new Problem.Missing("message to texters", noteId));
        store.takeBack(noteId, clock.instant());
        var campaign = campaigns.get(actor, campaignId);
        announce.publishEvent(new CampaignChanged(actor.organization(), campaignId, campaign.state()));
    }

    /** The newest twenty of a campaign. */
    @Transactional(readOnly = true)
    public List<TexterNote> of(Actor actor, CampaignId campaignId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        campaigns.get(actor, campaignId);
        return store.of(actor.organization(), campaignId, SHOWN);
    }

    /** What this member has not read of the campaigns that they text for; the newest, at most twenty. */
    @Transactional(readOnly = true)
    public List<TexterNote> unread(Actor.Member actor) {
        return store.unread(actor.organization(), actor.memberId(), SHOWN);
    }

    /** Reading what was not told to them is no fault and changes nothing. */
    @Transactional
    public void read(Actor.Member actor, TexterNoteId noteId) {
        store.read(actor.organization(), noteId, actor.memberId(), clock.instant());
    }
}
