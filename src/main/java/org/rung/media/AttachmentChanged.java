package org.rung.media;

import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/** Announced in the transaction in which a file that came with a text was kept, or given up. */
public record AttachmentChanged(OrganizationId organizationId, MessageId messageId, PhoneNumber phone) {}
