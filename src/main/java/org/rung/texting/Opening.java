package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.asks.AskNow;
import org.rung.asks.Asks;
import org.rung.campaigns.Campaign;
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
import org.rung.consent.Suppressions;
import org.rung.ladder.Standings;
import org.rung.media.Attachments;
import org.rung.media.Pictures;
import org.rung.messaging.Direction;
import org.rung.messaging.Purpose;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** One conversation as its screen shows it, in a fixed number of queries. */
@Component
class Opening {
    private static final int THREAD = 200;

    private final DeskStore store;
    private final ConversationStore conversations;
    private final ClosingStore closing;
    private final DraftStore drafts;
    private final AnswerStore answers;
    private final Holding holding;
    private final Scripting scripting;
    private final PastQuestions past;
    private final CannedReplies cannedReplies;
    private final Organizations organizations;
    private final Members members;
    private final Supporters supporters;
    private final Consents consents;
    private final Suppressions suppressions;
    private final Texts texts;
    private final Attachments attachments;
    private final EditedTextStore edited;
    private final Pictures pictures;
    private final Standings standings;
    private final Asks asks;
    private final Clock clock;

    Opening(
            DeskStore store,
            ConversationStore conversations,
            ClosingStore closing,
            DraftStore drafts,
            AnswerStore answers,
            Holding holding,
            Scripting scripting,
            PastQuestions past,
            CannedReplies cannedReplies,
            Organizations organizations,
            Members members,
            Supporters supporters,
            Consents consents,
            Suppressions suppressions,
            Texts texts,
            Attachments attachments,
            EditedTextStore edited,
            Pictures pictures,
            Standings standings,
            Asks asks,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.closing = closing;
        this.drafts = drafts;
        this.answers = answers;
        this.holding = holding;
        this.scripting = scripting;
        this.past = past;
        this.cannedReplies = cannedReplies;
        this.organizations = organizations;
        this.members = members;
        this.supporters = supporters;
        this.consents = consents;
        this.suppressions = suppressions;
        this.texts = texts;
        this.attachments = attachments;
        this.edited = edited;
        this.pictures = pictures;
        this.standings = standings;
        this.asks = asks;
        this.clock = clock;
    }

    /** Everything the screen of one conversation shows; opening it as its texter marks it read. */
    OpenConversation open(Actor actor, ConversationId conversationId) {
        OrganizationId here = actor.organization();
        Conversation conversation = holding.toRead(actor, conversationId);
        boolean holds = actor.member().filter(conversation::heldBy).isPresent();
        boolean helps = holding.helps(actor, conversation);
        boolean withOrganizer = conversation.helpSince().isPresent();
        boolean acts = actor.may(Permission.REPLY_TO_ANYONE) || helps || (holds && !withOrganizer);
        if (withOrganizer ? helps : holds) {
            conversations.read(conversationId);
        }
        Optional<Campaign> campaign = scripting.campaign(here, conversation);
        Organization organization = organizations.get(here);
        Supporter person = Optional.ofNullable(
                        supporters.all(here, List.of(conversation.supporter())).get(conversation.supporter()))
                .orElseThrow(() -> new Problem.Missing("supporter", conversation.supporter()));
        if (conversation.lostBy(person) && closing.closeMoved(here, List.of(conversationId), clock.instant()) > 0) {
            return open(actor, conversationId);
        }
        List<Text> thread = store.thread(here, conversation.phone())
                .map(found -> texts.thread(here, found, Optional.empty(), THREAD))
                .orElse(List.of());
        Set<MemberId> authors =
                thread.stream().flatMap(text -> text.author().stream()).collect(Collectors.toSet());
        Filling filling = scripting
                .filling(here, person, actor.member().or(conversation::texter))
                .linking(SingletonSupplier.of(
                        () -> acts ? scripting.giveLink(actor, conversation.supporter()) : scripting.sampleLink(here)));
        Map<String, String> given = answers.all(conversationId);
        Optional<ScriptTree> tree = campaign.flatMap(one -> scripting.tree(here, one));
        Optional<ScriptTree> theirs = tree.map(told -> told.in(person.language()));
        List<Question> questions =
                theirs.map(told -> Scripting.path(told, given, filling)).orElse(List.of());
        List<Question> askedBefore = campaign.flatMap(
                        one -> theirs.map(told -> past.of(here, one, told, questions, given)))
                .orElse(List.of());
        List<CannedReply> canned =
                campaign.map(one -> cannedReplies.of(here, one.campaignId())).orElse(List.of()).stream()
                        .map(reply -> new CannedReply(
                                reply.cannedReplyId(), reply.campaign(), reply.title(), filling.fill(reply.words())))
                        .toList();
        Instant now = clock.instant();
        SendFacts facts = SendFacts.shown(person, campaign);
        SendFacts.House house = SendFacts.House.of(organization);
        RecipientZones zones = facts.zones(conversation.phone(), house, now);
        var standing = standings.commitment(here, List.of(conversation.supporter()));
        Draft draft =
                actor.member().flatMap(me -> drafts.find(conversationId, me)).orElse(Draft.NONE);
        return new OpenConversation(
                conversation,
                campaign,
                person,
                Filling.shown(person.firstName(), person.lastName()),
                Filling.initials(person.firstName(), person.lastName()),
                PhoneNumbers.masked(conversation.phone()),
                thread,
                attachments.of(
                        here,
                        thread.stream()
                                .filter(text -> text.mediaCount() > 0)
                                .map(Text::messageId)
                                .toList()),
                edited.among(
                        here,
                        thread.stream()
                                .filter(text -> text.purpose() == Purpose.FIRST_TEXT)
                                .map(Text::messageId)
                                .toList()),
                authors.isEmpty() ? Map.of() : members.names(here, authors),
                Objects.requireNonNull(standing.get(conversation.supporter())),
                ask(here, conversation, thread),
                actor.member()
                        .filter(me -> !draft.words().isBlank())
                        .flatMap(me -> drafts.asked(conversationId, me))
                        .isPresent(),
                questions,
                given,
                askedBefore,
                canned,
                zones.zones().getFirst(),
                zones.flagged(),
                facts.leavesAt(conversation.phone(), house, now),
                draft.words(),
                draft.picture().flatMap(picture -> pictures.find(here, picture)),
                organization.undo(),
                readOnly(here, conversation, acts, helps && !actor.may(Permission.TEXT)),
                acts && !conversation.closed() && conversation.state() != ConversationState.NEEDS_FIRST_TEXT,
                speech(person.language(), organization.language(), tree));
    }

    private static OpenConversation.Speech speech(String theirs, String usual, Optional<ScriptTree> tree) {
        Set<String> told = tree.map(script -> script.variants().keySet()).orElse(Set.of());
        Optional<String> other = told.contains(theirs)
                ? Optional.of(usual).filter(language -> !language.equals(theirs))
                : told.stream().sorted().findFirst();
        return new OpenConversation.Speech(theirs, !theirs.equals(usual), other);
    }

    /** Whoever was texted since a no or a silence was noted has been thanked. */
    private Optional<AskNow> ask(OrganizationId here, Conversation conversation, List<Text> thread) {
        return Optional.ofNullable(
                        asks.now(here, List.of(conversation.supporter())).get(conversation.supporter()))
                .filter(ask -> !(ask instanceof AskNow.Thank thank
                        && thread.stream()
                                .anyMatch(text -> text.direction() == Direction.OUT
                                        && text.happenedAt().isAfter(thank.since()))));
    }

    private Optional<OpenConversation.ReadOnly> readOnly(
            OrganizationId here, Conversation conversation, boolean acts, boolean helpsWithoutTexting) {
        var consent = consents.of(here, conversation.phone());
        if (consent.filter(now -> now.consent() == ConsentKind.OPTED_OUT).isPresent()) {
            return Optional.of(OpenConversation.ReadOnly.OPTED_OUT);
        }
        if (consent.filter(now -> now.consent() == ConsentKind.WRONG_NUMBER).isPresent()) {
            return Optional.of(OpenConversation.ReadOnly.WRONG_NUMBER);
        }
        if (suppressions.standing(here, conversation.phone()).forGood()) {
            return Optional.of(OpenConversation.ReadOnly.SUPPRESSED);
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
        if (conversation
                .closedReason()
                .filter(reason -> reason == ClosedReason.MERGED)
                .isPresent()) {
            return Optional.of(OpenConversation.ReadOnly.MERGED);
        }
        if (helpsWithoutTexting) {
            return Optional.of(OpenConversation.ReadOnly.NOT_YOURS);
        }
        if (!acts) {
            return Optional.of(
                    conversation.helpSince().isPresent()
                            ? OpenConversation.ReadOnly.WITH_ORGANIZER
                            : OpenConversation.ReadOnly.NOT_YOURS);
        }
        if (conversation.closed()) {
            return Optional.of(OpenConversation.ReadOnly.CLOSED);
        }
        return conversation.state() == ConversationState.NEEDS_FIRST_TEXT
                ? Optional.of(OpenConversation.ReadOnly.FIRST_TEXT)
                : Optional.empty();
    }
}
