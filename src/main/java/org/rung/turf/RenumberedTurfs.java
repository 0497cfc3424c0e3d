package org.rung.turf;

import java.util.HashMap;
import java.util.Map;
import org.rung.filters.RungsRenumbered;
import org.rung.filters.SupporterFilter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turf goes on meaning the same rungs. */
@Component
class RenumberedTurfs {
    private final TurfStore store;

    RenumberedTurfs(TurfStore store) {
        this.store = store;
    }

    @EventListener
    void renumbered(RungsRenumbered renumbered) {
        Map<TurfId, SupporterFilter> changed = new HashMap<>();
        store.lockAboutRungs(renumbered.organizationId()).forEach((id, filter) -> {
            var now = renumbered.in(filter);
            if (!now.equals(filter)) changed.put(id, now);
        });
        store.refilter(renumbered.organizationId(), changed);
    }
}
