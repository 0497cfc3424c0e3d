package org.rung.people;

import java.util.Set;
import org.rung.common.OrganizationId;

/** Announced in the transaction that erases people, once for all of a batch; the opt-outs of their numbers stay. */
public record SupportersErased(OrganizationId organizationId, Set<SupporterId> supporters) {}
