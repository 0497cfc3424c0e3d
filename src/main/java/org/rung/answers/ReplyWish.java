package org.rung.answers;

import java.util.Set;
import org.rung.common.Problem;
import org.rung.texting.ConversationId;
import org.rung.texting.ManyConversations;

/** What somebody wants for which conversations, at most 500. */
public record ReplyWish(Set<ConversationId> conversations, ReplyDeed deed) {
    public ReplyWish {
        conversations = Set.copyOf(conversations);
        if (conversations.isEmpty()) throw new Problem.Invalid("conversations", "problem.needed");
        if (conversations.size() > ManyConversations.MOST) {
            throw new Problem.Invalid("conversations", "problem.too-many-conversations", ManyConversations.MOST);
        }
    }
}
