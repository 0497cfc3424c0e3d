package org.rung.texting;

import java.util.Collection;
import java.util.Map;
import org.rung.common.OrganizationId;
import org.rung.common.Sentence;

/** Why a conversation waits, where a room above knows it: a bean of that room. */
public interface RowMark {
    /** Of those that have one; in one query. */
    Map<ConversationId, Sentence> of(OrganizationId organizationId, Collection<ConversationId> conversations);
}
