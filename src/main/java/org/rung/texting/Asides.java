package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conversations that rest until a day: until then nobody is asked to answer them, and nothing is sent because of it. A
 * reply of the supporter ends the rest, and so does closing. Reached as in {@link Conversations}.
 */
@Service
public class Asides {
    /** Days ahead. */
    public static final int FARTHEST = 366;

    private final AsideStore store;
    private final ConversationStore conversations;
    private final Holding holding;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Asides(
            AsideStore store,
            ConversationStore conversations,
            Holding holding,
            Organizations organizations,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.holding = holding;
        this.organizations = organizations;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Lets it rest until that day by the supporter's calendar, 1 to {@value #FARTHEST} days from their today; again
     * changes the day.
     *
     * @return when it comes back: as the hours in which they may be texted begin
     * @throws Problem.Conflict where nobody was texted yet, or it is closed
     */
    @Transactional
    public Instant rest(Actor actor, ConversationId conversationId, LocalDate day) {
        Conversation conversation = held(actor, conversationId);
        SendFacts facts = conversations.facts(conversation);
        SendFacts.House house = SendFacts.House.of(organizations.get(actor.organization()));
        Instant now = clock.instant();
        ZoneId zone = facts.zones(conversation.phone(), house, now).zones().getFirst();
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (!day.isAfter(today) || day.isAfter(today.plusDays(FARTHEST))) {
            throw new Problem.Invalid("day", "problem.rest-day", FARTHEST);
        }
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant until = facts.leavesAt(conversation.phone(), house, midnight).orElse(midnight);
        if (!store.rest(actor.organization(), conversationId, until)) {
            throw new Problem.Conflict("problem.rests-not");
        }
        changed(conversation, actor);
        return until;
    }

    /** Rests no longer: what waited for an answer waits again. False where it did not rest. */
    @Transactional
    public boolean wake(Actor actor, ConversationId conversationId) {
        Conversation conversation = held(actor, conversationId);
        Instant now = clock.instant();
        boolean woken = store.wake(
                actor.organization(),
                conversationId,
                conversation
                        .texter()
                        .flatMap(me -> conversations.facts(conversation).leasedUntil(now)));
        changed(conversation, actor);
        return woken;
    }

    /**
     * Those of them whose day has come and that still rest are on top of their texters' replies, or wait for anyone where
     * no texter holds them any more. Without roles: for the clock, in the transaction of whoever knows them. How many.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int comeBack(Collection<ConversationId> conversations) {
        Instant now = clock.instant();
        List<AsideStore.Due> due = store.due(conversations, now);
        if (due.isEmpty()) {
            return 0;
        }
        store.comeBack(due.stream().map(AsideStore.Due::conversationId).toList(), now);
        due.stream()
                .map(one -> new ConversationChanged(one.organizationId(), Optional.empty(), one.texter()))
                .distinct()
                .forEach(announce::publishEvent);
        return due.size();
    }

    private Conversation held(Actor actor, ConversationId conversationId) {
        holding.toAct(actor, conversationId);
        return conversations
                .lock(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
    }

    private void changed(Conversation conversation, Actor actor) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }
}
