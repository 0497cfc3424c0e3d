package org.rung.senders;

import org.rung.common.OrganizationId;

/** Texts that wait for a sender which cannot send may leave by another one. */
public record TakeOver(OrganizationId organizationId, Sender from, Sender to) {}
