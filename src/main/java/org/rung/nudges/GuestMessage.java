package org.rung.nudges;

import java.time.Instant;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;

/** Something to tell everyone who comes. */
public record GuestMessage(
        GuestMessageId guestMessageId,
        OrganizationId organizationId,
        EventId eventId,
        String words,
        GuestMessageState state,
        Instant askedAt) {}
