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
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Applies the fold to stored people, in the running transaction: a fixed number of statements for each generation of recruiters. */
@Component
class Folding {
    private final LadderStore ladders;
    private final VersionStore versions;
    private final StandingStore standings;
    private final MoveStore moves;
    private final Dossiers dossiers;
    private final Roses roses;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Folding(
            LadderStore ladders,
            VersionStore versions,
            StandingStore standings,
            MoveStore moves,
            Dossiers dossiers,
            Roses roses,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.ladders = ladders;
        this.versions = versions;
        this.standings = standings;
        this.moves = moves;
        this.dossiers = dossiers;
        this.roses = roses;
        this.announcements = announcements;
        this.clock = clock;
    }

    void fold(OrganizationId organizationId, Collection<SupporterId> supporters) {
        fold(organizationId, supporters, Set.of());
    }

    /** @param wanted ladders on which they get a row even when they have done nothing there */
    void fold(OrganizationId organizationId, Collection<SupporterId> supporters, Set<LadderId> wanted) {
        new Run(organizationId, wanted, false).fold(supporters);
    }

    /** The same for many of whom most stand where they stood: only what differs is written. The moves that it made. */
    List<Made> refold(OrganizationId organizationId, Collection<SupporterId> supporters) {
        Run run = new Run(organizationId, Set.of(), true);
        run.fold(supporters);
        return run.made;
    }

    record Made(LadderId ladderId, Move move) {}

    private final class Run {
        private final OrganizationId organizationId;
        private final Set<LadderId> wanted;
        private final boolean many;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final Map<LadderId, Set<SupporterId>> moved = new LinkedHashMap<>();
        private final List<Made> made = new ArrayList<>();

        Run(OrganizationId organizationId, Set<LadderId> wanted, boolean many) {
            this.organizationId = organizationId;
            this.wanted = wanted;
            this.many = many;
        }

        void fold(Collection<SupporterId> supporters) {
            List<Ladder> known = ladders.lately(organizationId, now);
            if (known.isEmpty()) {
                throw new Problem.Missing("problem.no-ladder");
            }
            LadderId commitment = known.getFirst().ladderId();
            Roses.Circle circle = roses.circle(organizationId, supporters);
            Set<SupporterId> held = new HashSet<>(circle.all());
            hold(commitment, inOrder(held));
            // Read after they are held: whoever changes a rule refolds them afterwards, and never before this is
            // written.
            List<Ladder> all = ladders.of(organizationId);
            Map<LadderId, List<LadderVersion>> past =
                    all.stream().anyMatch(ladder -> ladder.version() > 1) ? versions.of(organizationId) : Map.of();
            Set<SupporterId> people = Set.copyOf(supporters);
            while (!people.isEmpty()) {
                Map<SupporterId, Instant> risen = round(all, past, people);
                people = circle.recruited() ? roses.settle(organizationId, people, risen, now) : Set.of();
                List<SupporterId> late =
                        inOrder(people).stream().filter(held::add).toList();
                if (!late.isEmpty()) {
                    hold(commitment, late);
                }
            }
            moved.forEach((ladderId, who) ->
                    announcements.publishEvent(new StandingMoved(organizationId, ladderId, List.copyOf(who))));
        }

        private void hold(LadderId ladderId, List<SupporterId> people) {
            List<SupporterId> missing = many ? standings.holdKnown(organizationId, ladderId, people) : people;
            if (!missing.isEmpty()) {
                standings.hold(organizationId, ladderId, missing, now);
            }
        }

        /** Folds these people on every ladder; says when each first rose to the second rung of the commitment ladder. */
        private Map<SupporterId, Instant> round(
                List<Ladder> all, Map<LadderId, List<LadderVersion>> past, Set<SupporterId> people) {
            Dossiers.Dossier dossier = dossiers.of(organizationId, people);
            Map<SupporterId, Instant> risen = new HashMap<>();
            List<StandingStore.Stood> stood = new ArrayList<>();
            MoveChanges changes = new MoveChanges();
            for (Ladder ladder : all) {
                // Of several of its kind the first is the one that recruiters are credited by.
                boolean commitment = ladder.equals(all.getFirst());
                List<LadderVersion> eras = past.getOrDefault(ladder.ladderId(), List.of());
                for (SupporterId who : people) {
                    List<MoveStore.Stored> before = dossier.moves(ladder.ladderId(), who);
                    Climb.Stand stand = Eras.of(ladder, eras, dossier.facts(ladder.ladderId(), who), now);
                    if (commitment) {
                        stand.risen().ifPresent(at -> risen.put(who, at));
                    }
                    if (commitment
                            || stand.highest() > 1
                            || stand.proposed().isPresent()
                            || !before.isEmpty()
                            || wanted.contains(ladder.ladderId())) {
                        stood.add(new StandingStore.Stood(ladder.ladderId(), who, stand));
                    }
                    if (changes.between(ladder.ladderId(), who, before, stand.moves())) {
                        moved.computeIfAbsent(
                                        ladder.ladderId(),
                                        id -> new TreeSet<>(Comparator.comparing(SupporterId::value)))
                                .add(who);
                    }
                }
            }
            changes.write(moves, organizationId, now);
            made.addAll(changes.made());
            write(stood);
            return risen;
        }

        private void write(List<StandingStore.Stood> stood) {
            stood.sort(Comparator.comparing(
                            (StandingStore.Stood one) -> one.ladderId().value())
                    .thenComparing(one -> one.supporterId().value()));
            List<StandingStore.Stood> changed = many ? standings.otherwise(organizationId, stood) : stood;
            if (!changed.isEmpty()) {
                standings.write(organizationId, changed);
            }
        }
    }

    private static List<SupporterId> inOrder(Collection<SupporterId> supporters) {
        return supporters.stream()
                .sorted(Comparator.comparing(SupporterId::value))
                .toList();
    }
}
