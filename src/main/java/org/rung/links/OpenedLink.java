package org.rung.links;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/** A link as the one who opens it needs it. */
record OpenedLink(
        LinkId linkId,
        OrganizationId organizationId,
        SupporterId supporterId,
        String url,
        Instant createdAt,
        Optional<Instant> sentAt) {
    /** A text may be found again much later; after this nobody can still say where its link ought to lead. */
    private static final Duration LIFE = Duration.ofDays(400);

    boolean expired(Instant now) {
        return createdAt.plus(LIFE).isBefore(now);
    }
}
