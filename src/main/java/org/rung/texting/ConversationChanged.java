package org.rung.texting;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/**
 * Announced in the transaction that changed a conversation in a way its texter should see at once; without a texter it
 * is the organizers' inbox that changed. Bulk changes name no conversation.
 */
public record ConversationChanged(
        OrganizationId organizationId, Optional<ConversationId> conversationId, Optional<MemberId> texter) {}
