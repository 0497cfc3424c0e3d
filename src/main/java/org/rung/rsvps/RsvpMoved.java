package org.rung.rsvps;

import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;

/** Announced in the transaction in which somebody said something else about coming, got a place or was checked in. */
public record RsvpMoved(OrganizationId organizationId, EventId eventId, List<RsvpId> rsvps) {}
