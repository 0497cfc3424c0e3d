package org.rung.asks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Organizations;
import org.rung.commitments.AskId;
import org.rung.commitments.Cause;
import org.rung.commitments.CommitmentDraft;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.Reason;
import org.rung.ladder.Rests;
import org.rung.ladder.StartingWords;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What to propose next. */
@Service
public class Asks {
    /** After a no, or two silences. */
    static final Duration REST = Duration.ofDays(30);

    private final AskStore store;
    private final AskingStore askings;
    private final Silences silences;
    private final LibraryStore library;
    private final AcceptanceStore acceptances;
    private final Rests rests;
    private final Supporters supporters;
    private final Ladders ladders;
    private final Commitments commitments;
    private final Organizations organizations;
    private final Clock clock;

    Asks(
            AskStore store,
            AskingStore askings,
            Silences silences,
            LibraryStore library,
            AcceptanceStore acceptances,
            Rests rests,
            Supporters supporters,
            Ladders ladders,
            Commitments commitments,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.askings = askings;
        this.silences = silences;
        this.library = library;
        this.acceptances = acceptances;
        this.rests = rests;
        this.supporters = supporters;
        this.ladders = ladders;
        this.commitments = commitments;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Those who are ready for one: on the rung, no open promise or ask, not resting, an action in the last 30 days, and
     * an ask of their rung that has room and was not put to them lately; of several the one
     * whose yes is worth most, as {@link Choosing} says. Whoever is
     * slipping is asked back to what their rung stands for, however long ago their last action was. Fixed number of
     * queries.
     */
    @Transactional(readOnly = true)
    public Map<SupporterId, NextAsk> next(OrganizationId organizationId, Collection<SupporterId> supporters) {
        if (supporters.isEmpty()) {
            return Map.of();
        }
        Ladder ladder = ladders.of(organizationId, LadderKind.COMMITMENT);
        List<Ask> withRoom = library.withRoom(organizationId, ladder.ladderId());
        Map<SupporterId, Integer> ready = store.ready(organizationId, ladder.ladderId(), withRoom, supporters);
        Map<SupporterId, AskStore.Slipping> slipping = store.slipping(organizationId, ladder.ladderId(), supporters);
        Set<SupporterId> either = new HashSet<>(ready.keySet());
        either.addAll(slipping.keySet());
        if (either.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Tongues tongues = tongues(organizationId, either);
        Choosing choosing = new Choosing(
                store.lastAsked(organizationId, either), tongues.theirs(), acceptances.of(organizationId), now);
        Map<SupporterId, Reason> reasons = store.latest(organizationId, either, now.minus(ReadyStore.RECENT));
        Map<SupporterId, NextAsk> next = new HashMap<>();
        ready.forEach((who, position) -> choosing.next(
                        who,
                        position,
                        withRoom.stream().filter(ask -> ask.on(position)).toList())
                .ifPresent(ask -> next.put(
                        who,
                        NextAsk.up(
                                ask,
                                tongues.of(who),
                                reasons.getOrDefault(who, Reason.NOTHING),
                                choosing.chance(position, ask.family())))));
        if (!slipping.isEmpty()) {
            slipping.forEach((who, at) -> choosing.next(
                            who, at.position(), Back.to(ladder.rung(at.position()), withRoom))
                    .ifPresent(ask -> next.put(
                            who,
                            NextAsk.back(
                                    ask,
                                    tongues.of(who),
                                    ladder,
                                    at.position(),
                                    at.fallsAt(),
                                    choosing.chance(at.position(), ask.family())))));
        }
        return next;
    }

    /**
     * What there is to do about asking these people: an ask that waits for its answer, thanks after a no or two silences,
     * or what to propose. Whoever is not in it is left alone. Fixed number of queries.
     */
    @Transactional(readOnly = true)
    public Map<SupporterId, AskNow> now(OrganizationId organizationId, Collection<SupporterId> supporters) {
        if (supporters.isEmpty()) {
            return Map.of();
        }
        Map<SupporterId, AskNow> now = new HashMap<>();
        next(organizationId, supporters).forEach((who, ask) -> now.put(who, new AskNow.Propose(ask)));
        LadderId ladderId = ladders.of(organizationId, LadderKind.COMMITMENT).ladderId();
        Map<SupporterId, AskingStore.Resting> resting =
                askings.resting(organizationId, ladderId, supporters, clock.instant());
        Tongues tongues = tongues(organizationId, resting.keySet());
        resting.forEach((who, rest) -> now.put(
                who,
                new AskNow.Thank(
                        rest.after(),
                        StartingWords.first(Supporter.writtenIn(tongues.of(who)), "thanks." + rest.after() + ".words"),
                        rest.since(),
                        rest.until())));
        askings.waiting(organizationId, supporters).forEach((who, ask) -> now.put(who, new AskNow.Waiting(ask)));
        return now;
    }

    private Tongues tongues(OrganizationId organizationId, Collection<SupporterId> people) {
        return new Tongues(
                store.languages(organizationId, people),
                organizations.get(organizationId).language());
    }

    /**
     * An ask was put to someone away from the desk (OPEN), or answered. A yes makes a promise; a no, or two silences in a
     * row, give them a rest of 30 days. Without an answer for seven days an open ask counts as silence by itself.
     *
     * @param reason why the proposed ask was overridden; required then, otherwise may be empty
     * @throws Problem.Conflict when another ask waits for its answer
     */
    @Transactional
    public void asked(Actor actor, SupporterId supporterId, AskId askId, AskOutcome outcome, String reason) {
        asked(actor, supporterId, askId, outcome, reason, Optional.empty());
    }

    /** As above, in a conversation. */
    @Transactional
    public void asked(
            Actor actor,
            SupporterId supporterId,
            AskId askId,
            AskOutcome outcome,
            String reason,
            Optional<Cause> cause) {
        if (!actor.may(Permission.TEXT)) {
            actor.must(Permission.RECORD_ACTIONS);
        }
        String why = outcome == AskOutcome.OVERRIDDEN || !reason.isBlank() ? Written.reason(reason) : "";
        supporters.mustBeOurs(actor.organization(), supporterId);
        Ask ask = library.ask(actor.organization(), askId).orElseThrow(() -> new Problem.Missing("ask", askId));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LadderId ladderId =
                ladders.of(actor.organization(), LadderKind.COMMITMENT).ladderId();
        rests.hold(actor.organization(), ladderId, supporterId);
        if (outcome == AskOutcome.OPEN && askings.anyOpen(actor.organization(), supporterId)) {
            throw new Problem.Conflict("problem.ask-open");
        }
        if (outcome == AskOutcome.OPEN || !store.settle(actor.organization(), supporterId, askId, outcome, why, now)) {
            store.add(actor, supporterId, askId, outcome, why, now);
            store.stood(actor.organization(), supporterId);
        }
        switch (outcome) {
            case ACCEPTED ->
                commitments.promise(
                        actor,
                        supporterId,
                        new CommitmentDraft(
                                ask.family(),
                                ask.title(),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.of(askId),
                                cause),
                        Optional.empty(),
                        actor.member());
            case DECLINED -> rests.until(actor.organization(), ladderId, List.of(supporterId), now.plus(REST));
            case SILENT -> silences.restIfSilentTwice(actor.organization(), ladderId, List.of(supporterId), now);
            case OPEN, OVERRIDDEN, LAPSED -> {}
        }
    }
}
