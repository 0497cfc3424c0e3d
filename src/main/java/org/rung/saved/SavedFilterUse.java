package org.rung.saved;

import java.util.List;
import org.rung.common.OrganizationId;

/** Rooms that keep filters of their own tell where one names a saved one: who deletes it would empty them. */
public interface SavedFilterUse {
    /** Names of what uses it, as a person knows them. */
    List<String> uses(OrganizationId organizationId, SavedFilterId savedFilterId);
}
