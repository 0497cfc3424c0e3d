package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Applies the fold to stored people, in the running transaction: a fixed number of statements for each generation of recruiters. */
@Component
class Folding {
    private final LadderStore ladders;
    private final StandingStore standings;
    private final MoveStore moves;
    private final LockStore locks;
    private final FactStore facts;
    private final Roses roses;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Folding(
            LadderStore ladders,
            StandingStore standings,
            MoveStore moves,
            LockStore locks,
            FactStore facts,
            Roses roses,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.ladders = ladders;
        this.standings = standings;
        this.moves = moves;
        this.locks = locks;
        this.facts = facts;
        this.roses = roses;
        this.announcements = announcements;
        this.clock = clock;
    }

    void fold(OrganizationId organizationId, Collection<SupporterId> supporters) {
        fold(organizationId, supporters, Set.of());
    }

    /** @param wanted ladders on which they get a row even when they have done nothing there */
    void fold(OrganizationId organizationId, Collection<SupporterId> supporters, Set<LadderId> wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Ladder> both = ladders.of(organizationId);
        if (both.isEmpty()) {
            throw new Problem.Missing("problem.no-ladder");
        }
        LadderId commitment = both.getFirst().ladderId();
        Roses.Circle circle = roses.circle(organizationId, supporters);
        Set<SupporterId> held = new HashSet<>(circle.all());
        standings.hold(organizationId, commitment, inOrder(held), now);
        Map<LadderId, Set<SupporterId>> moved = new LinkedHashMap<>();
        Set<SupporterId> people = Set.copyOf(supporters);
        while (!people.isEmpty()) {
            Map<SupporterId, Instant> risen = round(organizationId, both, people, wanted, now, moved);
            people = circle.recruited() ? roses.settle(organizationId, people, risen, now) : Set.of();
            List<SupporterId> late = inOrder(people).stream().filter(held::add).toList();
            if (!late.isEmpty()) {
                standings.hold(organizationId, commitment, late, now);
            }
        }
        moved.forEach((ladderId, who) ->
                announcements.publishEvent(new StandingMoved(organizationId, ladderId, List.copyOf(who))));
    }

    /** Folds these people on both ladders; says when each first rose to the second rung of the commitment ladder. */
    private Map<SupporterId, Instant> round(
            OrganizationId organizationId,
            List<Ladder> both,
            Set<SupporterId> people,
            Set<LadderId> wanted,
            Instant now,
            Map<LadderId, Set<SupporterId>> moved) {
        Map<SupporterId, List<Fact>> evidence = facts.done(organizationId, people);
        facts.kept(organizationId, people)
                .forEach((who, kept) ->
                        evidence.computeIfAbsent(who, id -> new ArrayList<>()).addAll(kept));
        List<MoveStore.Stored> stored = moves.of(organizationId, people);
        List<LockStore.Held> held = locks.of(organizationId, people);
        Map<SupporterId, Instant> risen = new HashMap<>();
        List<StandingStore.Stood> stood = new ArrayList<>();
        MoveChanges changes = new MoveChanges();
        for (Ladder ladder : both) {
            var movesOf = stored.stream()
                    .filter(move -> move.ladderId().equals(ladder.ladderId()))
                    .collect(Collectors.groupingBy(MoveStore.Stored::supporterId));
            var locksOf = held.stream()
                    .filter(lock -> lock.ladderId().equals(ladder.ladderId()))
                    .collect(Collectors.groupingBy(LockStore.Held::supporterId));
            for (SupporterId who : people) {
                List<MoveStore.Stored> before = movesOf.getOrDefault(who, List.of());
                List<Fact> all = new ArrayList<>(evidence.getOrDefault(who, List.of()));
                before.stream()
                        .filter(move -> move.cause() == MoveCause.HAND)
                        .map(move -> new Fact.Moved(move.moveId(), move.to(), move.at(), move.reason()))
                        .forEach(all::add);
                locksOf.getOrDefault(who, List.of()).forEach(lock -> addLock(all, lock));
                Climb.Stand stand = Climb.of(ladder, all, now);
                if (ladder.kind() == LadderKind.COMMITMENT) {
                    stand.risen().ifPresent(at -> risen.put(who, at));
                }
                if (ladder.kind() == LadderKind.COMMITMENT
                        || stand.highest() > 1
                        || !before.isEmpty()
                        || wanted.contains(ladder.ladderId())) {
                    stood.add(new StandingStore.Stood(ladder.ladderId(), who, stand));
                }
                if (changes.between(ladder.ladderId(), who, before, stand.moves())) {
                    moved.computeIfAbsent(
                                    ladder.ladderId(), id -> new TreeSet<>(Comparator.comparing(SupporterId::value)))
                            .add(who);
                }
            }
        }
        changes.write(moves, organizationId, now);
        stood.sort(
                Comparator.comparing((StandingStore.Stood one) -> one.ladderId().value())
                        .thenComparing(one -> one.supporterId().value()));
        standings.write(organizationId, stood);
        return risen;
    }

    private static void addLock(List<Fact> facts, LockStore.Held lock) {
        facts.add(new Fact.Locked(lock.lockId(), lock.from()));
        lock.until().ifPresent(until -> facts.add(new Fact.Unlocked(lock.lockId(), until)));
    }

    private static List<SupporterId> inOrder(Collection<SupporterId> supporters) {
        return supporters.stream()
                .sorted(Comparator.comparing(SupporterId::value))
                .toList();
    }
}
