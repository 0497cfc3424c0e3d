package org.rung.watching;

import java.util.Set;
import org.rung.common.OrganizationId;

/** Announced when this server wrote down what became of texts of these organizations. */
public record DeliveriesCounted(Set<OrganizationId> organizations) {}
