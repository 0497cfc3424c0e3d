package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.contact.ContactRules;
import org.rung.links.Links;
import org.rung.media.AttachmentId;
import org.rung.messaging.Purpose;
import org.rung.messaging.RoutedText;
import org.rung.messaging.Text;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextRoute;
import org.rung.messaging.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each first text is one compare-and-set of its conversation and one queued text, in one transaction. */
@Component
class FirstSend {

    private final FirstTextStore store;
    private final ConversationStore conversations;
    private final DraftStore drafts;
    private final GivenBackStore givenBack;
    private final Holding holding;
    private final Texts texts;
    private final Links links;
    private final Scripting scripting;
    private final Edits edits;
    private final Watching watching;
    private final ContactRules contactRules;
    private final Clock clock;

    FirstSend(
            FirstTextStore store,
            ConversationStore conversations,
            DraftStore drafts,
            GivenBackStore givenBack,
            Holding holding,
            Texts texts,
            Links links,
            Scripting scripting,
            Edits edits,
            Watching watching,
            ContactRules contactRules,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.drafts = drafts;
        this.givenBack = givenBack;
        this.holding = holding;
        this.texts = texts;
        this.links = links;
        this.scripting = scripting;
        this.edits = edits;
        this.watching = watching;
        this.contactRules = contactRules;
        this.clock = clock;
    }

    /**
     * Reads all that the send needs to know; what may have changed by then is looked at again when it is taken.
     *
     * @throws Problem.Invalid when the campaign locks its first text and these are not the script's words
     */
    @Transactional
    public FirstText prepare(Actor actor, ConversationId conversationId, String body, String requestKey, boolean sure) {
        Sendable found = holding.toSend(actor, conversationId, requestKey);
        if (found.sentBefore().isPresent() || found.moved()) {
            return new FirstText(actor, found, body, requestKey, Optional.empty(), Optional.empty(), false);
        }
        Optional<String> scripted = edits.changed(actor, found, body);
        // The list first: it costs less than to ask what the script says.
        Optional<Objection> objection = Edits.mayBeOwn(found, scripted)
                ? watching.found(actor, body).filter(any -> edits.own(actor, found, scripted, body))
                : Optional.empty();
        Watching.mustBeMeant(objection, sure);
        boolean plain = scripted.isEmpty()
                && objection.isEmpty()
                && actor.may(Permission.TEXT)
                && found.state() == ConversationState.NEEDS_FIRST_TEXT
                && found.running()
                && !found.drafted()
                && pictures(actor, found).isEmpty()
                && links.none(body);
        return new FirstText(actor, found, body, requestKey, scripted, objection, plain);
    }

    @Transactional
    public Text alone(FirstText text) {
        Actor actor = text.actor();
        Sendable found = text.found();
        Optional<Text> before = found.sentBefore().flatMap(id -> texts.find(actor.organization(), id));
        if (before.isPresent()) {
            return Sends.live(before.get());
        }
        Sends.mustBeTheirs(found);
        Instant now = clock.instant();
        var shortened = links.shorten(actor.organization(), found.campaign().map(CampaignId::value), true, text.body());
        var draft = draft(text, shortened.body(), now)
                .with(pictures(actor, found))
                .reviewed(text.objection().filter(Objection::hold).isPresent());
        // One first text to a number at a time, in whatever campaign, and none beside a STOP.
        var route = texts.lock(actor, draft);
        if (found.running() && store.sent(actor.organization(), found, text.holder(), actor.member(), now)) {
            if (found.drafted()) {
                actor.member().ifPresent(me -> drafts.drop(found.conversationId(), me));
            }
            Text queued = texts.queue(actor, draft, route);
            links.keep(actor.organization(), shortened, found.supporter(), queued.messageId(), queued.body());
            Text sent = Sends.live(queued);
            text.scripted().ifPresent(words -> edits.mark(actor, found, sent.messageId(), words));
            text.objection().ifPresent(one -> watching.stored(actor, sent.messageId(), one));
            return sent;
        }
        return conversations
                .sentAlready(found.conversationId(), text.requestKey())
                .flatMap(id -> texts.find(actor.organization(), id))
                .map(Sends::live)
                .orElseThrow(() -> whyNot(actor, found.conversationId()));
    }

    /**
     * Plain ones of one campaign, with as many statements as one of them needs; in their order, with nothing for each that
     * has to go alone after all: to the same number as another, to somebody who may not be texted as they are, or taken by
     * someone else.
     */
    @Transactional
    public List<Optional<Text>> together(OrganizationId organizationId, CampaignId campaign, List<FirstText> all) {
        Instant now = clock.instant();
        List<FirstText> alike = alike(all);
        Map<PhoneNumber, TextRoute> ways = texts.lock(
                organizationId,
                alike.stream().map(text -> text.found().phone()).toList(),
                all.getFirst().found().sender());
        List<FirstText> textable = alike.stream()
                .filter(text -> Optional.ofNullable(ways.get(text.found().phone()))
                        .filter(way -> way.settled(now))
                        .isPresent())
                .toList();
        Map<FirstText, Text> sent = textable.isEmpty()
                ? Map.of()
                : queued(
                        organizationId,
                        textable,
                        store.sent(
                                organizationId,
                                campaign,
                                textable.stream().map(FirstText::taker).toList(),
                                now),
                        ways,
                        now);
        return all.stream().map(text -> Optional.ofNullable(sent.get(text))).toList();
    }

    private Map<FirstText, Text> queued(
            OrganizationId organizationId,
            List<FirstText> textable,
            Set<ConversationId> taken,
            Map<PhoneNumber, TextRoute> ways,
            Instant now) {
        Map<FirstText, Text> sent = new IdentityHashMap<>();
        List<FirstText> going = textable.stream()
                .filter(text -> taken.contains(text.conversationId()))
                .toList();
        if (!going.isEmpty()) {
            List<Text> queued = texts.queue(
                    organizationId,
                    going.stream()
                            .map(text -> new RoutedText(
                                    text.actor(),
                                    draft(text, text.body(), now),
                                    Objects.requireNonNull(ways.get(text.found().phone()))))
                            .toList());
            for (int i = 0; i < queued.size(); i++) {
                sent.put(going.get(i), queued.get(i));
            }
        }
        return sent;
    }

    /** One of each number, and only what holds for the first of them. */
    private static List<FirstText> alike(List<FirstText> all) {
        Set<PhoneNumber> numbers = new HashSet<>();
        return all.stream()
                .filter(all.getFirst()::like)
                .filter(text -> numbers.add(text.found().phone()))
                .toList();
    }

    private static TextDraft draft(FirstText text, String body, Instant now) {
        return text.found().draft(Purpose.FIRST_TEXT, body, text.actor().member(), text.requestKey(), now);
    }

    private List<AttachmentId> pictures(Actor actor, Sendable found) {
        return found.script().flatMap(version -> scripting.firstPicture(actor.organization(), version)).stream()
                .toList();
    }

    /** What cannot be sent now is nobody's work today: it comes again when the contact rules let it. */
    @Transactional
    public void returnIfTextedOften(Actor actor, ConversationId conversationId) {
        conversations
                .lock(actor.organization(), conversationId)
                .filter(found -> found.state() == ConversationState.NEEDS_FIRST_TEXT)
                .filter(found -> actor.member().filter(found::heldBy).isPresent())
                .filter(found -> limit(actor.organization(), found).isPresent())
                .ifPresent(found -> givenBack.leave(found));
    }

    private Optional<ContactRules.Limit> limit(OrganizationId organizationId, Conversation conversation) {
        return conversations.facts(conversation).overLimit()
                ? Optional.empty()
                : contactRules.reached(organizationId, conversation.phone());
    }

    private Problem whyNot(Actor actor, ConversationId conversationId) {
        Conversation current = conversations
                .find(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        if (current.state() != ConversationState.NEEDS_FIRST_TEXT) {
            return current.closed()
                    ? new Problem.Conflict("problem.closed-before")
                    : new Problem.Conflict("problem.first-sent");
        }
        Optional<ContactRules.Limit> reached = limit(actor.organization(), current);
        if (reached.isPresent()) {
            return reached.get().equals(new ContactRules.Limit(1, 1))
                    ? new Problem.Conflict("problem.texted-lately")
                    : new Problem.Conflict(
                            "problem.texted-often",
                            reached.get().most(),
                            reached.get().days());
        }
        if (Sends.holder(actor).isPresent() && !holding.maySend(actor, current)) {
            return Holding.taken();
        }
        return new Problem.Conflict("problem.campaign-rests");
    }
}
