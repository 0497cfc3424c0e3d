package org.rung.people;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts people on the map, and into households, who were here before either was. */
@Component
class Spots {
    private static final int AT_ONCE = 2_000;

    private final SpotStore store;
    private final HouseholdStore households;

    Spots(SpotStore store, HouseholdStore households) {
        this.store = store;
        this.households = households;
    }

    /** Some of them; false when nobody is left, or others are at it. */
    @Transactional
    public boolean some() {
        var place = store.next();
        if (place.isEmpty()) return false;
        var people = store.people(place.get(), AT_ONCE);
        store.found(place.get().organizationId(), people);
        households.settle(
                place.get().organizationId(),
                people.stream().map(SpotStore.Living::supporterId).toList());
        if (people.size() < AT_ONCE) store.done(place.get());
        else store.lookedAt(place.get(), people.getLast().supporterId());
        return true;
    }
}
