package org.rung.senders;

import org.rung.common.OrganizationId;

/** Announced in the transaction that changes what webhooks of a sender are checked by or answered with. */
public record SenderChanged(OrganizationId organizationId, SenderId senderId) {}
