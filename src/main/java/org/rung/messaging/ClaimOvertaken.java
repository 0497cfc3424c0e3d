package org.rung.messaging;

import org.rung.common.MessageId;
import org.rung.common.OrganizationId;

/** Announced when an answer came for a claim that was no longer held: a report, or another server, had been faster. */
public record ClaimOvertaken(OrganizationId organizationId, MessageId messageId) {}
