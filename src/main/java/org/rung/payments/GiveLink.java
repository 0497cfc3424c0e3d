package org.rung.payments;

import java.time.Instant;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/** A link that gives in one person's name. */
public record GiveLink(
        GiveLinkId giveLinkId,
        OrganizationId organizationId,
        SupporterId supporterId,
        String token,
        Instant expiresAt) {}
