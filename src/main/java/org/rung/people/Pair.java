package org.rung.people;

import java.util.List;
import org.rung.common.OrganizationId;

/** Two entries that are one person: what is the gone one's becomes the kept one's. */
public record Pair(OrganizationId organizationId, SupporterId gone, SupporterId kept) {
    public List<SupporterId> both() {
        return List.of(gone, kept);
    }
}
