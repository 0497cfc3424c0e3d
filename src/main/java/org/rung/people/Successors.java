package org.rung.people;

import java.util.Optional;
import org.rung.common.OrganizationId;

/** Who someone is by now, for links to an entry that was merged into another; without roles. */
public interface Successors {
    Optional<SupporterId> of(OrganizationId organizationId, SupporterId gone);
}
