package org.rung.giftfiles;

import org.rung.common.OrganizationId;

/** Announced in the transaction that took another part of a file. */
public record GiftFileMoved(OrganizationId organizationId, GiftFileId giftFileId) {}
