package org.rung.hosting;

import org.rung.common.OrganizationId;
import org.rung.events.EventId;

/** Announced in the transaction in which somebody was asked to host, applied, or it was decided. */
public record HostingChanged(
        OrganizationId organizationId, EventId umbrella, HostingId hostingId, HostingState state) {}
