package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everyone's standings at once, some thousands of people by a few statements: anew after a ladder was changed, or as they
 * would be. For rooms above that have checked the roles; they walk from one batch to the next.
 */
@Service
public class Refolds {
    private final LadderStore ladders;
    private final VersionStore versions;
    private final StandingStore standings;
    private final Dossiers dossiers;
    private final Folding folding;
    private final Clock clock;

    Refolds(
            LadderStore ladders,
            VersionStore versions,
            StandingStore standings,
            Dossiers dossiers,
            Folding folding,
            Clock clock) {
        this.ladders = ladders;
        this.versions = versions;
        this.standings = standings;
        this.dossiers = dossiers;
        this.folding = folding;
        this.clock = clock;
    }

    /** How many people there are to look at: all who have done anything. */
    @Transactional(readOnly = true)
    public long people(OrganizationId organizationId) {
        return standings.count(organizationId, main(organizationId).ladderId());
    }

    /**
     * A batch of people, in the order of their ids.
     *
     * @param last where the next batch starts; empty when nobody was left
     */
    public record Refolded(Optional<SupporterId> last, int people, int rises, int falls) {}

    /** The standings of those after that person on every ladder follow its rules of today; counted are the moves on this one. */
    @Transactional
    public Refolded refold(OrganizationId organizationId, LadderId ladderId, SupporterId after, int batch) {
        List<SupporterId> people = next(organizationId, after, batch);
        if (people.isEmpty()) {
            return new Refolded(Optional.empty(), 0, 0, 0);
        }
        List<Move> moves = folding.refold(organizationId, people).stream()
                .filter(made -> made.ladderId().equals(ladderId) && made.move().cause() == MoveCause.RULE)
                .map(Folding.Made::move)
                .toList();
        int rises = (int) moves.stream().filter(move -> move.to() > move.from()).count();
        return new Refolded(Optional.of(people.getLast()), people.size(), rises, moves.size() - rises);
    }

    public record Foreseen(Optional<SupporterId> last, int people, List<Forecast> moved) {}

    /**
     * Whom that shape would move at this moment. What a recruit's other standing would do for whoever recruited them is
     * not foreseen.
     */
    @Transactional(readOnly = true)
    public Foreseen foresee(
            OrganizationId organizationId, LadderId ladderId, Shape shape, SupporterId after, int batch) {
        List<SupporterId> people = next(organizationId, after, batch);
        if (people.isEmpty()) {
            return new Foreseen(Optional.empty(), 0, List.of());
        }
        Ladder today = ladders.of(organizationId).stream()
                .filter(one -> one.ladderId().equals(ladderId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("ladder", ladderId));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<LadderVersion> eras = new ArrayList<>(versions.of(organizationId, ladderId));
        if (eras.isEmpty()) {
            eras.add(version(today, today.version(), Instant.EPOCH, Shape.of(today)));
        }
        LadderVersion next = version(today, today.version() + 1, now, shape);
        eras.add(next);
        Dossiers.Dossier dossier = dossiers.of(organizationId, people);
        List<Forecast> moved = new ArrayList<>();
        for (SupporterId who : people) {
            List<Fact> facts = dossier.facts(ladderId, who);
            int stands = Climb.of(today, Eras.counted(eras, facts, today.version()), now)
                    .position();
            Climb.Stand would = Climb.of(next.of(today), Eras.counted(eras, facts, next.version()), now);
            int from = Eras.position(eras, today.version(), stands, next.version());
            if (from != would.position()) {
                moved.add(new Forecast(who, stands, from, would.position(), would.cause()));
            }
        }
        return new Foreseen(Optional.of(people.getLast()), people.size(), moved);
    }

    private static LadderVersion version(Ladder ladder, int version, Instant since, Shape shape) {
        return new LadderVersion(ladder.ladderId(), version, since, shape, "", Optional.empty(), Optional.empty());
    }

    private List<SupporterId> next(OrganizationId organizationId, SupporterId after, int batch) {
        return standings.after(organizationId, main(organizationId).ladderId(), after, batch);
    }

    /** Whoever was ever folded has a row on this one. */
    private Ladder main(OrganizationId organizationId) {
        return ladders.lately(organizationId, clock.instant()).stream()
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("problem.no-ladder"));
    }
}
