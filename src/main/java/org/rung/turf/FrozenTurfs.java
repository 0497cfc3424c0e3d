package org.rung.turf;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.SupporterFilter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turf that is divided into lists, and lists that are held against whom they were frozen from. */
@Service
public class FrozenTurfs {
    public static final int MOST_PARTS = 50;

    private final Turfs turfs;
    private final TurfStore names;
    private final FrozenStore store;
    private final TurfPeopleStore people;
    private final Clock clock;

    FrozenTurfs(Turfs turfs, TurfStore names, FrozenStore store, TurfPeopleStore people, Clock clock) {
        this.turfs = turfs;
        this.names = names;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Frozen lists of whoever is in it now, as equal as can be: nobody is in two of them, and who is in which is left to
     * chance. Named after it, with their numbers.
     *
     * @param parts 2 to {@value #MOST_PARTS}
     */
    @Transactional
    public List<TurfId> divide(Actor actor, TurfId turfId, int parts) {
        actor.must(Permission.CUT_TURF);
        if (parts < 2 || parts > MOST_PARTS) throw new Problem.Invalid("parts", "problem.from-to", 2, MOST_PARTS);
        var whole = turfs.here(actor.organization(), turfId);
        List<TurfId> made = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            var name = cut(whole.name(), Turfs.LONGEST_NAME - 10) + " · " + part + "/" + parts;
            var list = turfs.add(actor, name, TurfKind.LIST, SupporterFilter.EVERYONE);
            turfs.isPartOf(actor.organization(), list, turfId);
            made.add(list);
        }
        var organization = actor.organization();
        if (store.divide(organization, made, people.of(organization, whole)) < parts)
            throw new Problem.Invalid("parts", "problem.turf-few", parts);
        return List.copyOf(made);
    }

    static String cut(String name, int longest) {
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest));
    }

    /** How a list differs by now from whom it was frozen from; nothing for one that was put together by hand. */
    @Transactional(readOnly = true)
    public Optional<Drift> drift(Actor actor, TurfId turfId) {
        actor.must(Permission.SEE_PEOPLE);
        var organization = actor.organization();
        return frozen(organization, turfId)
                .map(list -> store.drift(organization, list, people.matching(organization, list.filter())));
    }

    /** Freezes a list anew: who has left its filter goes, who has come into it joins. */
    @Transactional
    public Drift freezeAnew(Actor actor, TurfId turfId) {
        actor.must(Permission.CUT_TURF);
        var organization = actor.organization();
        var list = frozen(organization, turfId).orElseThrow(() -> new Problem.Conflict("problem.turf-by-hand"));
        // Two who do it at once come one after the other.
        names.touch(organization, turfId, clock.instant());
        return store.freezeAnew(organization, list, people.matching(organization, list.filter()));
    }

    private Optional<Turf> frozen(OrganizationId organization, TurfId turfId) {
        return Optional.of(turfs.here(organization, turfId))
                .filter(turf -> turf.kind() == TurfKind.LIST && !turf.filter().equals(SupporterFilter.EVERYONE));
    }
}
