package org.rung.senders;

import org.rung.common.OrganizationId;

/** Texts may leave from it now: it was added, or goes on after a pause. */
public record SenderOpened(OrganizationId organizationId, SenderId senderId) {}
