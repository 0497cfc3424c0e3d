package org.rung.saved;

import java.util.HashMap;
import java.util.Map;
import org.rung.filters.RungsRenumbered;
import org.rung.filters.SupporterFilter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Saved filters go on meaning the same rungs. */
@Component
class RenumberedFilters {
    private final SavedFilterStore store;

    RenumberedFilters(SavedFilterStore store) {
        this.store = store;
    }

    @EventListener
    void renumbered(RungsRenumbered renumbered) {
        Map<SavedFilterId, SupporterFilter> changed = new HashMap<>();
        store.lockAboutRungs(renumbered.organizationId()).forEach((id, filter) -> {
            var now = renumbered.in(filter);
            if (!now.equals(filter)) changed.put(id, now);
        });
        store.refilter(renumbered.organizationId(), changed);
    }
}
