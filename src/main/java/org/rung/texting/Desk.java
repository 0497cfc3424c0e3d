package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Members;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.asks.Asks;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignProgress;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CannedReplies;
import org.rung.campaigns.CannedReply;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.Consents;
import org.rung.contact.ContactRule;
import org.rung.ladder.Standings;
import org.rung.links.Links;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.scripts.Question;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the texter's screens show, each in a fixed number of queries. */
@Service
public class Desk {

    private static final int THREAD = 200;
    private static final int NEWEST = 4;

    private final DeskStore store;
    private final ConversationStore conversations;
    private final DraftStore drafts;
    private final CampaignProgress progress;
    private final AnswerStore answers;
    private final Holding holding;
    private final Scripting scripting;
    private final Campaigns campaigns;
    private final CannedReplies cannedReplies;
    private final CampaignTexters campaignTexters;
    private final Organizations organizations;
    private final Members members;
    private final Supporters supporters;
    private final Consents consents;
    private final Texts texts;
    private final Links links;
    private final Standings standings;
    private final Asks asks;
    private final Clock clock;

    Desk(
            DeskStore store,
            ConversationStore conversations,
            DraftStore drafts,
            CampaignProgress progress,
            AnswerStore answers,
            Holding holding,
            Scripting scripting,
            Campaigns campaigns,
            CannedReplies cannedReplies,
            CampaignTexters campaignTexters,
            Organizations organizations,
            Members members,
            Supporters supporters,
            Consents consents,
            Texts texts,
            Links links,
            Standings standings,
            Asks asks,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.conversations = conversations;
        this.progress = progress;
        this.answers = answers;
        this.holding = holding;
        this.scripting = scripting;
        this.campaigns = campaigns;
        this.cannedReplies = cannedReplies;
        this.campaignTexters = campaignTexters;
        this.organizations = organizations;
        this.members = members;
        this.supporters = supporters;
        this.consents = consents;
        this.texts = texts;
        this.links = links;
        this.standings = standings;
        this.asks = asks;
        this.clock = clock;
    }

    /** A link as this organization's texts carry one, so that a screen can count with it; empty where none is made. */
    public String sampleLink(Actor actor) {
        return links.form(actor.organization()).sample();
    }

    @Transactional(readOnly = true)
    public Home home(Actor.Member actor) {
        Organization organization = organizations.get(actor.organization());
        Instant now = clock.instant();
        List<Campaign> joined = campaignTexters.joinedBy(actor.organization(), actor.memberId());
        List<CampaignId> ids = joined.stream().map(Campaign::campaignId).toList();
        Map<CampaignId, Integer> held = ids.isEmpty() ? Map.of() : store.held(ids, actor.memberId());
        Map<CampaignId, Integer> done = ids.isEmpty() ? Map.of() : store.doneOfBatch(ids, actor.memberId());
        Map<CampaignId, Integer> unheld = ids.isEmpty() ? Map.of() : store.unheld(ids);
        Map<CampaignId, Integer> open = ids.isEmpty() ? Map.of() : store.openReplies(ids, actor.memberId());
        LocalTime here = now.atZone(organization.zone()).toLocalTime();
        List<Home.Work> work = joined.stream()
                .map(campaign -> {
                    CampaignId id = campaign.campaignId();
                    boolean openNow = campaign.state() == CampaignState.RUNNING
                            && !here.isBefore(campaign.textingFrom())
                            && here.isBefore(campaign.textingUntil());
                    boolean more =
                            openNow && campaign.selfServe() && open.getOrDefault(id, 0) < campaign.openRepliesCap();
                    return new Home.Work(
                            id,
                            campaign.name(),
                            campaign.state(),
                            campaign.pauseReason(),
                            held.getOrDefault(id, 0),
                            done.getOrDefault(id, 0),
                            more
                                    ? Math.clamp(
                                            campaign.firstBatch() - held.getOrDefault(id, 0),
                                            0,
                                            unheld.getOrDefault(id, 0))
                                    : 0,
                            campaign.selfServe(),
                            campaign.textingFrom(),
                            campaign.textingUntil(),
                            openNow);
                })
                .toList();
        boolean seesAll = actor.may(Permission.SEE_CONVERSATIONS);
        return new Home(
                store.waiting(actor.memberId()),
                work,
                store.moved(actor.organization(), actor.memberId(), now.minus(Duration.ofDays(7))),
                seesAll ? Optional.of(store.inbox(actor.organization())) : Optional.empty(),
                seesAll ? Optional.of(running(actor.organization())) : Optional.empty(),
                actor.may(Permission.RUN_CAMPAIGNS) ? texts.countWaitingForPerson(actor.organization()) : 0);
    }

    private Home.Running running(OrganizationId here) {
        Map<CampaignId, String> newest = store.running(here, NEWEST);
        var counts = progress.of(here, newest.keySet());
        return new Home.Running(
                newest.size() < NEWEST ? newest.size() : store.runningCampaigns(here),
                newest.entrySet().stream()
                        .map(campaign -> {
                            var count = counts.getOrDefault(campaign.getKey(), CampaignProgress.Counts.NONE);
                            return new Home.Progress(
                                    campaign.getKey(),
                                    campaign.getValue(),
                                    count.texted(),
                                    count.all(),
                                    count.needsResponse());
                        })
                        .toList());
    }

    /** How many replies wait for each of these members; in one query. */
    public Map<MemberId, Integer> waiting(Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : store.waiting(members);
    }

    /** How many conversations and texts of the organization wait for an organizer. */
    @Transactional(readOnly = true)
    public int forOrganizers(OrganizationId organizationId) {
        return store.inbox(organizationId).count() + texts.countWaitingForPerson(organizationId);
    }

    /** One's work in one campaign; @throws Problem.Missing to someone who does not text for it. */
    @Transactional(readOnly = true)
    public Home.Work work(Actor.Member actor, CampaignId campaignId) {
        return home(actor).campaigns().stream()
                .filter(work -> work.campaignId().equals(campaignId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("campaign that you text for", campaignId));
    }

    /** The next first texts one holds, filled in and ready to send; without those named, which are on the screen. */
    @Transactional
    public List<FirstTextCard> cards(
            Actor.Member actor, CampaignId campaignId, Set<ConversationId> without, int limit) {
        OrganizationId here = actor.organization();
        List<Conversation> next = store.nextFirstTexts(here, campaignId, actor.memberId(), without, limit);
        if (next.isEmpty()) {
            return List.of();
        }
        Campaign campaign =
                campaigns.find(here, campaignId).orElseThrow(() -> new Problem.Missing("campaign", campaignId));
        String template =
                scripting.tree(here, campaign).map(tree -> tree.firstText()).orElse("");
        Organization organization = organizations.get(here);
        String texter = scripting.name(here, Optional.of(actor.memberId()));
        List<SupporterId> ids = next.stream().map(Conversation::supporter).toList();
        Map<SupporterId, Supporter> people = supporters.all(here, ids);
        List<ConversationId> moved = next.stream()
                .filter(conversation -> hasLost(people.get(conversation.supporter()), conversation))
                .map(Conversation::conversationId)
                .toList();
        if (!moved.isEmpty() && conversations.closeMoved(here, moved, clock.instant()) == moved.size()) {
            return cards(actor, campaignId, without, limit);
        }
        var standing = standings.commitment(here, ids);
        var earlier = store.earlier(here, next.stream().map(Conversation::phone).toList());
        var kept = drafts.of(next.stream().map(Conversation::conversationId).toList(), actor.memberId());
        Instant now = clock.instant();
        List<FirstTextCard> cards = new ArrayList<>();
        for (Conversation conversation : next) {
            Supporter person = people.get(conversation.supporter());
            var rung = standing.get(conversation.supporter());
            if (person == null || rung == null || hasLost(person, conversation)) {
                continue;
            }
            SendFacts facts = facts(person, Optional.of(campaign));
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
                    Filling.of(person, texter, organization).pieces(template),
                    earlier.getOrDefault(conversation.phone(), List.of()),
                    Optional.ofNullable(kept.get(conversation.conversationId()))));
        }
        return cards;
    }

    /** Everything the screen of one conversation shows; opening it as its texter marks it read. */
    @Transactional
    public OpenConversation open(Actor actor, ConversationId conversationId) {
        OrganizationId here = actor.organization();
        Conversation conversation = holding.toRead(actor, conversationId);
        boolean acts = actor.may(Permission.REPLY_TO_ANYONE) || holding.holds(actor, conversation);
        if (actor.member().filter(conversation::heldBy).isPresent()) {
            conversations.read(conversationId);
        }
        Optional<Campaign> campaign = scripting.campaign(here, conversation);
        Organization organization = organizations.get(here);
        Supporter person = Optional.ofNullable(
                        supporters.all(here, List.of(conversation.supporter())).get(conversation.supporter()))
                .orElseThrow(() -> new Problem.Missing("supporter", conversation.supporter()));
        if (hasLost(person, conversation)
                && conversations.closeMoved(here, List.of(conversationId), clock.instant()) > 0) {
            return open(actor, conversationId);
        }
        List<Text> thread = store.thread(here, conversation.phone())
                .map(found -> texts.thread(here, found, Optional.empty(), THREAD))
                .orElse(List.of());
        Set<MemberId> authors =
                thread.stream().flatMap(text -> text.author().stream()).collect(java.util.stream.Collectors.toSet());
        Filling filling = scripting.filling(here, person, actor.member().or(conversation::texter));
        Map<String, String> given = answers.all(conversationId);
        List<Question> questions = campaign.flatMap(one -> scripting.tree(here, one))
                .map(tree -> Scripting.path(tree, given, filling))
                .orElse(List.of());
        List<CannedReply> canned =
                campaign.map(one -> cannedReplies.of(here, one.campaignId())).orElse(List.of()).stream()
                        .map(reply -> new CannedReply(
                                reply.cannedReplyId(), reply.campaign(), reply.title(), filling.fill(reply.words())))
                        .toList();
        Instant now = clock.instant();
        SendFacts facts = facts(person, campaign);
        SendFacts.House house = SendFacts.House.of(organization);
        RecipientZones zones = facts.zones(conversation.phone(), house, now);
        var standing = standings.commitment(here, List.of(conversation.supporter()));
        return new OpenConversation(
                conversation,
                campaign,
                person,
                Filling.shown(person.firstName(), person.lastName()),
                Filling.initials(person.firstName(), person.lastName()),
                PhoneNumbers.masked(conversation.phone()),
                thread,
                authors.isEmpty() ? Map.of() : members.names(here, authors),
                java.util.Objects.requireNonNull(standing.get(conversation.supporter())),
                Optional.ofNullable(
                        asks.next(here, List.of(conversation.supporter())).get(conversation.supporter())),
                questions,
                given,
                canned,
                zones.zones().getFirst(),
                zones.flagged(),
                facts.leavesAt(conversation.phone(), house, now),
                actor.member().flatMap(me -> drafts.find(conversationId, me)).orElse(""),
                organization.undo(),
                readOnly(here, conversation, acts));
    }

    private static boolean hasLost(@Nullable Supporter person, Conversation conversation) {
        return person != null && !conversation.closed() && !person.phones().contains(conversation.phone());
    }

    private Optional<OpenConversation.ReadOnly> readOnly(OrganizationId here, Conversation conversation, boolean acts) {
        var consent = consents.of(here, conversation.phone());
        if (consent.filter(now -> now.consent() == ConsentKind.OPTED_OUT).isPresent()) {
            return Optional.of(OpenConversation.ReadOnly.OPTED_OUT);
        }
        if (consent.filter(now -> now.consent() == ConsentKind.WRONG_NUMBER).isPresent()) {
            return Optional.of(OpenConversation.ReadOnly.WRONG_NUMBER);
        }
        if (conversation
                .closedReason()
                .filter(reason -> reason == ClosedReason.BAD_NUMBER)
                .isPresent()) {
            return Optional.of(OpenConversation.ReadOnly.BAD_NUMBER);
        }
        if (conversation
                .closedReason()
                .filter(reason -> reason == ClosedReason.NUMBER_MOVED)
                .isPresent()) {
            return Optional.of(OpenConversation.ReadOnly.NUMBER_MOVED);
        }
        if (!acts) {
            return Optional.of(OpenConversation.ReadOnly.NOT_YOURS);
        }
        if (conversation.closed()) {
            return Optional.of(OpenConversation.ReadOnly.CLOSED);
        }
        return conversation.state() == ConversationState.NEEDS_FIRST_TEXT
                ? Optional.of(OpenConversation.ReadOnly.FIRST_TEXT)
                : Optional.empty();
    }

    private static SendFacts facts(Supporter person, Optional<Campaign> campaign) {
        return new SendFacts(
                person.zone(),
                person.country(),
                person.postalCode(),
                campaign.map(Campaign::textingFrom),
                campaign.map(Campaign::textingUntil),
                Optional.empty(),
                Optional.empty(),
                false,
                ContactRule.USUAL);
    }
}
