package org.rung.texting;

import java.util.Optional;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;

/** A text that waits for a person's word, whom it is for, and from which campaign; both empty without a conversation. */
public record HeldText(
        Text text, Optional<ConversationId> conversationId, String supporter, String initials, String campaign) {

    /** The provider may have it: nobody knows. */
    public boolean doubtful() {
        return text.state() == MessageState.UNCONFIRMED;
    }
}
