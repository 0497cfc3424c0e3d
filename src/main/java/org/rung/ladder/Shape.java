package org.rung.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Problem;

/**
 * The rungs of a ladder, from the lowest up, and what became of those that the version before had and this one has not.
 *
 * @param gone each rung that went, and on which one of these its people's history goes on
 */
public record Shape(List<Rung> rungs, Map<RungId, RungId> gone) {
    public static final int MOST = 12;

    public Shape {
        if (rungs.size() < 2 || rungs.size() > MOST) throw new Problem.Invalid("rungs", "problem.rungs", 2, MOST);
        List<Rung> numbered = new ArrayList<>();
        Set<RungId> here = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Rung rung : rungs) {
            new RungName(rung.rungId(), rung.name(), rung.blurb());
            if (!names.add(rung.name().strip().toLowerCase(Locale.ROOT)))
                throw new Problem.Invalid("name", "problem.rung-name-twice", rung.name());
            if (!here.add(rung.rungId())) throw new Problem.Invalid("rungs", "problem.rung-twice", rung.name());
            // Whoever is known stands on the lowest one, whatever they did.
            boolean lowest = numbered.isEmpty();
            numbered.add(rung.at(numbered.size() + 1)
                    .reachedBy(
                            lowest ? Optional.empty() : rung.rule(),
                            !lowest && rung.confirmed() && rung.rule().isPresent()));
        }
        if (!here.containsAll(gone.values()) || gone.keySet().stream().anyMatch(here::contains))
            throw new Problem.Invalid("rungs", "problem.rungs-gone");
        rungs = List.copyOf(numbered);
        gone = Map.copyOf(gone);
    }

    public static Shape of(Ladder ladder) {
        return new Shape(ladder.rungs(), Map.of());
    }

    /** Where that rung is; 0 when it is not here. */
    public int position(RungId rungId) {
        return rungs.stream()
                .filter(rung -> rung.rungId().equals(rungId))
                .mapToInt(Rung::position)
                .findFirst()
                .orElse(0);
    }

    /** What it is for a ladder that looks like that now: every rung of it is here, or it is said where it went. */
    Shape after(Ladder ladder) {
        Set<RungId> known = new HashSet<>();
        ladder.rungs().forEach(rung -> known.add(rung.rungId()));
        if (known.stream().anyMatch(id -> position(id) == 0 && !gone.containsKey(id)))
            throw new Problem.Invalid("rungs", "problem.rungs-gone");
        List<Rung> called = rungs.stream()
                .map(rung -> ladder.rungs().stream()
                        .filter(now -> now.rungId().equals(rung.rungId()))
                        .findFirst()
                        .map(now -> rung.called(now.name(), now.blurb()))
                        .orElse(rung))
                .toList();
        Map<RungId, RungId> went = new HashMap<>(gone);
        went.keySet().retainAll(known);
        return new Shape(called, went);
    }

    /** These rungs again for a ladder that looks otherwise by now; what it has more goes to the next one below that stays. */
    Shape backFrom(Ladder ladder) {
        Map<RungId, RungId> went = new HashMap<>();
        RungId below = rungs.getFirst().rungId();
        for (Rung rung : ladder.rungs()) {
            if (position(rung.rungId()) > 0) below = rung.rungId();
            else went.put(rung.rungId(), below);
        }
        return new Shape(rungs, went);
    }

    public Shape with(List<Rung> others) {
        return new Shape(others, gone);
    }

    /** Without that rung, whose people go on on another one. */
    public Shape without(RungId rungId, RungId into) {
        Map<RungId, RungId> went = new HashMap<>();
        gone.forEach((from, to) -> went.put(from, to.equals(rungId) ? into : to));
        went.put(rungId, into);
        return new Shape(
                rungs.stream().filter(rung -> !rung.rungId().equals(rungId)).toList(), went);
    }

    public String text() {
        return ShapeText.write(this);
    }

    public static Shape read(String text) {
        return ShapeText.read(text);
    }
}
