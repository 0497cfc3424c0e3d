package org.rung.ladder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Component;

/** All that the standings of some people are folded from, by four statements however many they are. */
@Component
class Dossiers {
    private final FactStore facts;
    private final MoveStore moves;
    private final LockStore locks;

    Dossiers(FactStore facts, MoveStore moves, LockStore locks) {
        this.facts = facts;
        this.moves = moves;
        this.locks = locks;
    }

    private record Whose(LadderId ladderId, SupporterId supporterId) {}

    static final class Dossier {
        private final Map<SupporterId, List<Fact>> evidence;
        private final Map<Whose, List<MoveStore.Stored>> moves;
        private final Map<Whose, List<LockStore.Held>> locks;

        private Dossier(
                Map<SupporterId, List<Fact>> evidence, List<MoveStore.Stored> moves, List<LockStore.Held> locks) {
            this.evidence = evidence;
            this.moves = moves.stream()
                    .collect(Collectors.groupingBy(move -> new Whose(move.ladderId(), move.supporterId())));
            this.locks = locks.stream()
                    .collect(Collectors.groupingBy(lock -> new Whose(lock.ladderId(), lock.supporterId())));
        }

        /** Those that count. */
        List<MoveStore.Stored> moves(LadderId ladderId, SupporterId who) {
            return moves.getOrDefault(new Whose(ladderId, who), List.of());
        }

        List<Fact> facts(LadderId ladderId, SupporterId who) {
            List<Fact> all = new ArrayList<>(evidence.getOrDefault(who, List.of()));
            moves(ladderId, who).stream()
                    .filter(move -> move.cause() == MoveCause.HAND)
                    .map(move -> new Fact.Moved(move.moveId(), move.to(), move.at(), move.reason(), move.version()))
                    .forEach(all::add);
            locks.getOrDefault(new Whose(ladderId, who), List.of()).forEach(lock -> {
                all.add(new Fact.Locked(lock.lockId(), lock.from()));
                lock.until().ifPresent(until -> all.add(new Fact.Unlocked(lock.lockId(), until)));
            });
            return all;
        }
    }

    Dossier of(OrganizationId organizationId, Collection<SupporterId> people) {
        Map<SupporterId, List<Fact>> evidence = facts.done(organizationId, people);
        facts.kept(organizationId, people)
                .forEach((who, kept) ->
                        evidence.computeIfAbsent(who, id -> new ArrayList<>()).addAll(kept));
        return new Dossier(evidence, moves.of(organizationId, people), locks.of(organizationId, people));
    }
}
