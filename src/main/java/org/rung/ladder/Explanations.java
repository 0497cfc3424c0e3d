package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A standing explains itself from its evidence, read anew and not from what was stored. */
@Service
public class Explanations {
    private final LadderStore ladders;
    private final VersionStore versions;
    private final Dossiers dossiers;
    private final Supporters supporters;
    private final Clock clock;

    Explanations(LadderStore ladders, VersionStore versions, Dossiers dossiers, Supporters supporters, Clock clock) {
        this.ladders = ladders;
        this.versions = versions;
        this.dossiers = dossiers;
        this.supporters = supporters;
        this.clock = clock;
    }

    /** One per ladder, commitment first. */
    @Transactional(readOnly = true)
    public List<Explanation> of(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_LADDER);
        supporters.mustBeOurs(actor.organization(), supporterId);
        Map<LadderId, List<LadderVersion>> past = versions.of(actor.organization());
        Dossiers.Dossier dossier = dossiers.of(actor.organization(), List.of(supporterId));
        Instant now = clock.instant();
        return ladders.of(actor.organization()).stream()
                .map(ladder -> of(
                        ladder,
                        Eras.counted(
                                past.getOrDefault(ladder.ladderId(), List.of()),
                                dossier.facts(ladder.ladderId(), supporterId),
                                ladder.version()),
                        now))
                .toList();
    }

    public record Whose(LadderId ladderId, SupporterId supporterId) {}

    /** By what evidence those of these people are proposed for a rung that a member confirms; a fixed number of queries. */
    @Transactional(readOnly = true)
    public Map<Whose, List<Proof>> proposed(Actor actor, Collection<SupporterId> people) {
        actor.must(Permission.SEE_LADDER);
        if (people.isEmpty()) return Map.of();
        Map<LadderId, List<LadderVersion>> past = versions.of(actor.organization());
        Dossiers.Dossier dossier = dossiers.of(actor.organization(), people);
        Instant now = clock.instant();
        Map<Whose, List<Proof>> proposed = new HashMap<>();
        for (Ladder ladder : ladders.of(actor.organization())) {
            List<LadderVersion> eras = past.getOrDefault(ladder.ladderId(), List.of());
            for (SupporterId who : people) {
                Climb.of(ladder, Eras.counted(eras, dossier.facts(ladder.ladderId(), who), ladder.version()), now)
                        .proposed()
                        .ifPresent(one ->
                                proposed.put(new Whose(ladder.ladderId(), who), ProofText.proofs(one.evidence())));
            }
        }
        return proposed;
    }

    /** @param facts as this ladder counts its rungs */
    static Explanation of(Ladder ladder, List<Fact> facts, Instant now) {
        Climb.Stand stand = Climb.of(ladder, facts, now);
        List<Fact> newestFirst = facts.stream()
                .filter(fact -> !fact.at().isAfter(now))
                .sorted(Matches.ORDER.reversed())
                .toList();
        Optional<Matches.Match> holding = ladder.rung(stand.position())
                .rule()
                .flatMap(rule -> Matches.of(rule, newestFirst))
                .filter(match -> match.holdsUntil().isAfter(now));
        return new Explanation(
                ladder,
                stand.position(),
                holding.map(match -> ProofText.proofs(match.evidence())).orElse(List.of()),
                holding.map(Matches.Match::holdsUntil),
                stand.slippingAt(),
                stand.fallsAt(),
                ladder.rungs().stream()
                        .skip(stand.position())
                        .map(rung -> ahead(rung, newestFirst, now))
                        .toList());
    }

    private static Explanation.Ahead ahead(Rung rung, List<Fact> facts, Instant now) {
        return new Explanation.Ahead(
                rung,
                rung.rule().stream()
                        .flatMap(rule -> rule.anyOf().stream())
                        .map(way -> new Explanation.Way(way.allOf().stream()
                                .map(wanted -> new Explanation.Part(
                                        wanted, Matches.found(wanted, facts, now), Matches.wanted(wanted)))
                                .toList()))
                        .toList());
    }
}
