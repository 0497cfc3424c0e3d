package org.rung.texting;

import java.util.Optional;
import org.rung.messaging.Hold;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;

/** A text that waits for a person's word, whom it is for, and from which campaign; both empty without a conversation. */
public record HeldText(
        Text text, Optional<ConversationId> conversationId, String supporter, String initials, String campaign) {

    /** What stands in place of a provider's code where words are looked at before they leave. */
    public static final String REVIEWED = "REVIEW";

    /** Its words are to be looked at before it leaves. */
    public boolean reviewed() {
        return text.hold().filter(Hold.REVIEW::equals).isPresent();
    }

    /** The provider may have it: nobody knows. */
    public boolean doubtful() {
        return text.state() == MessageState.UNCONFIRMED;
    }
}
