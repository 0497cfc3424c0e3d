package org.rung.turf;

import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.saved.SavedFilterId;
import org.rung.saved.SavedFilterUse;
import org.springframework.stereotype.Component;

/** Live turfs that name a saved filter: without it they would match nobody. */
@Component
class TurfsOfSavedFilters implements SavedFilterUse {
    private final TurfStore store;

    TurfsOfSavedFilters(TurfStore store) {
        this.store = store;
    }

    @Override
    public List<String> uses(OrganizationId organizationId, SavedFilterId savedFilterId) {
        return store.all(organizationId).stream()
                .filter(turf -> turf.filter().lines().stream()
                        .anyMatch(line ->
                                line.kind().equals("saved") && line.values().contains(savedFilterId.text())))
                .map(Turf::name)
                .toList();
    }
}
