package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.ladder.Standings;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.scripts.ScriptTree;
import org.springframework.stereotype.Component;

/** First texts as their texter sees them, one card each, in a fixed number of queries. */
@Component
class FirstTextCards {
    private final DeskStore store;
    private final ClosingStore closing;
    private final DraftStore drafts;
    private final Scripting scripting;
    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Supporters supporters;
    private final Standings standings;
    private final Clock clock;

    FirstTextCards(
            DeskStore store,
            ClosingStore closing,
            DraftStore drafts,
            Scripting scripting,
            Campaigns campaigns,
            Organizations organizations,
            Supporters supporters,
            Standings standings,
            Clock clock) {
        this.store = store;
        this.closing = closing;
        this.drafts = drafts;
        this.scripting = scripting;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.supporters = supporters;
        this.standings = standings;
        this.clock = clock;
    }

    /** The next first texts one holds, filled in and ready to send; without those named, which are on the screen. */
    List<FirstTextCard> next(Actor.Member actor, CampaignId campaignId, Set<ConversationId> without, int limit) {
        OrganizationId here = actor.organization();
        List<Conversation> next = store.nextFirstTexts(here, campaignId, actor.memberId(), without, limit);
        if (next.isEmpty()) {
            return List.of();
        }
        Campaign campaign =
                campaigns.find(here, campaignId).orElseThrow(() -> new Problem.Missing("campaign", campaignId));
        Optional<ScriptTree> tree = scripting.tree(here, campaign);
        Organization organization = organizations.get(here);
        String texter = scripting.name(here, Optional.of(actor.memberId()));
        List<SupporterId> ids = next.stream().map(Conversation::supporter).toList();
        Map<SupporterId, Supporter> people = supporters.all(here, ids);
        List<ConversationId> moved = next.stream()
                .filter(conversation -> conversation.lostBy(people.get(conversation.supporter())))
                .map(Conversation::conversationId)
                .toList();
        if (!moved.isEmpty() && closing.closeMoved(here, moved, clock.instant()) == moved.size()) {
            return next(actor, campaignId, without, limit);
        }
        var standing = standings.commitment(here, ids);
        Map<SupporterId, String> links =
                scripting.giveLinks(actor, ids, tree.map(Scripting::firstTexts).orElse(""));
        var earlier = store.earlier(here, next.stream().map(Conversation::phone).toList());
        var kept = drafts.of(next.stream().map(Conversation::conversationId).toList(), actor.memberId());
        Instant now = clock.instant();
        List<FirstTextCard> cards = new ArrayList<>();
        for (Conversation conversation : next) {
            Supporter person = people.get(conversation.supporter());
            var rung = standing.get(conversation.supporter());
            if (person == null || rung == null || conversation.lostBy(person)) {
                continue;
            }
            SendFacts facts = SendFacts.shown(person, Optional.of(campaign));
            SendFacts.House house = SendFacts.House.of(organization);
            RecipientZones zones = facts.zones(conversation.phone(), house, now);
            cards.add(new FirstTextCard(
                    conversation.conversationId(),
                    conversation.supporter(),
                    Filling.shown(person.firstName(), person.lastName()),
                    Filling.initials(person.firstName(), person.lastName()),
                    (person.city() + " " + person.postalCode()).strip(),
                    zones.zones().getFirst(),
                    zones.flagged(),
                    facts.leavesAt(conversation.phone(), house, now),
                    person.source(),
                    rung,
                    Filling.of(person, texter, organization)
                            .linking(() -> links.getOrDefault(person.supporterId(), ""))
                            .pieces(tree.map(script -> Scripting.firstText(
                                            script, person.language(), conversation.conversationId()))
                                    .orElse("")),
                    earlier.getOrDefault(conversation.phone(), List.of()),
                    Optional.ofNullable(kept.get(conversation.conversationId())),
                    campaign.edits(),
                    tree.flatMap(ScriptTree::picture)));
        }
        return cards;
    }
}
