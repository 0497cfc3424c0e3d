package org.rung.events;

import org.rung.common.OrganizationId;

/**
 * Announced in the transaction in which an event was made, changed, published, called off or ended.
 *
 * @param moved what guests must hear of: its time, its place, or that it does not happen
 */
public record EventChanged(OrganizationId organizationId, EventId eventId, boolean moved) {}
