package org.rung.ladder;

import java.util.Map;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which rungs went out of use, with the ones on which their people go on. */
public record RungsGone(OrganizationId organizationId, LadderId ladderId, Map<RungId, RungId> into) {
    public RungsGone {
        into = Map.copyOf(into);
    }
}
