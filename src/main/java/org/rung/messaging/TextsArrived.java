package org.rung.messaging;

import java.util.List;
import org.rung.common.OrganizationId;

/** Announced in the transaction that stores inbound texts; each of another number, in the order in which they came. */
public record TextsArrived(OrganizationId organizationId, List<TextArrived> texts) {}
