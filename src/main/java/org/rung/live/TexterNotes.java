package org.rung.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignChanged;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.teams.Teams;
import org.rung.texting.ConversationChanged;
import org.rung.texting.HomesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organizers tell texters in the app: each sees it at home until they have read it. */
@Service
public class TexterNotes {
    public static final int LONGEST = 500;

    /** What nobody has read by then is told no more. */
    private static final Duration TOLD_FOR = Duration.ofDays(60);

    private static final int SHOWN = 20;

    private final TexterNoteStore store;
    private final Campaigns campaigns;
    private final Members members;
    private final Teams teams;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    TexterNotes(
            TexterNoteStore store,
            Campaigns campaigns,
            Members members,
            Teams teams,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.members = members;
        this.teams = teams;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** As {@link #tell(Actor, Audience, String)}, to everyone who texts for a campaign. */
    @Transactional
    public TexterNoteId tell(Actor actor, CampaignId campaignId, String words) {
        return tell(actor, new Audience.OfCampaign(campaignId), words);
    }

    /**
     * To whoever is of that audience now, at home until they have read it, at most sixty days.
     *
     * @param words 1 to 500 characters
     * @throws Problem.Conflict for a campaign that has ended
     */
    @Transactional
    public TexterNoteId tell(Actor actor, Audience audience, String words) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var said = words.strip();
        if (said.isEmpty()) throw new Problem.Invalid("words", "problem.note-empty");
        if (said.length() > LONGEST) throw new Problem.Invalid("words", "problem.too-long", LONGEST);
        mustBeOurs(actor, audience);
        var noteId = new TexterNoteId(Id.next());
        store.add(actor.organization(), audience, noteId, actor.member(), said, clock.instant());
        switch (audience) {
            case Audience.OfCampaign(var campaign) ->
                audit.add(actor, "texters.told", "campaign", Optional.of(campaign.value()), "");
            case Audience.OfTeam(var team) -> audit.add(actor, "texters.told", "team", Optional.of(team.value()), "");
            case Audience.One(var member) ->
                audit.add(actor, "texters.told", "member", Optional.of(member.value()), "");
            case Audience.Speaking(var language) ->
                audit.add(actor, "texters.told", "organization", Optional.empty(), language);
            case Audience.Everyone all -> audit.add(actor, "texters.told", "organization", Optional.empty(), "");
        }
        changed(actor, audience);
        return noteId;
    }

    private void mustBeOurs(Actor actor, Audience audience) {
        switch (audience) {
            case Audience.OfCampaign(var campaign) -> {
                if (campaigns.get(actor, campaign).state() == CampaignState.ENDED)
                    throw new Problem.Conflict("problem.campaign-ended");
            }
            case Audience.OfTeam(var team) -> teams.get(actor, team);
            case Audience.One(var member) -> members.get(actor, member);
            case Audience.Speaking(var language) -> {
                if (!language.matches("[a-z]{2,3}")) throw new Problem.Invalid("language", "problem.language-unknown");
            }
            case Audience.Everyone all -> {}
        }
    }

    /** It is shown to nobody any more; who has read it has read it. */
    @Transactional
    public void takeBack(Actor actor, TexterNoteId noteId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var note = store.find(actor.organization(), noteId)
                .orElseThrow(() -> new Problem.Missing("message to texters", noteId));
        store.takeBack(noteId, clock.instant());
        changed(actor, note.audience());
    }

    /** The newest twenty of a campaign. */
    @Transactional(readOnly = true)
    public List<TexterNote> of(Actor actor, CampaignId campaignId) {
        actor.must(Permission.RUN_CAMPAIGNS);
        campaigns.get(actor, campaignId);
        return store.of(actor.organization(), campaignId, SHOWN);
    }

    /** The newest twenty of the organization, campaigns' too; without those to one person. */
    @Transactional(readOnly = true)
    public List<TexterNote> all(Actor actor) {
        actor.must(Permission.RUN_CAMPAIGNS);
        return store.all(actor.organization(), SHOWN);
    }

    /** What was told to this member and they have not read; the newest, at most twenty. */
    @Transactional(readOnly = true)
    public List<TexterNote> unread(Actor.Member actor) {
        return store.unread(
                actor.organization(), actor.memberId(), clock.instant().minus(TOLD_FOR), SHOWN);
    }

    /** Reading what was not told to them is no fault and changes nothing. */
    @Transactional
    public void read(Actor.Member actor, TexterNoteId noteId) {
        store.read(actor.organization(), noteId, actor.memberId(), clock.instant());
    }

    /** Open pages of the campaign, and open homes, look again. */
    private void changed(Actor actor, Audience audience) {
        if (audience instanceof Audience.OfCampaign(var campaignId)) {
            var campaign = campaigns.get(actor, campaignId);
            announce.publishEvent(new CampaignChanged(actor.organization(), campaignId, campaign.state()));
        } else if (audience instanceof Audience.One(var member)) {
            announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(member)));
        } else {
            announce.publishEvent(new HomesChanged(actor.organization()));
        }
    }
}
