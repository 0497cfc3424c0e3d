package org.rung.people;

import java.util.List;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which a member took back that they know these people. */
public record AcquaintanceForgotten(OrganizationId organizationId, MemberId memberId, List<SupporterId> supporters) {}
