package org.rung.texting;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** Announced when somebody did what ends the asking for help with a conversation, by whatever screen. */
public record HelpOvertaken(
        OrganizationId organizationId, ConversationId conversationId, By by, Optional<MemberId> who) {

    public enum By {
        DONE,
        OPTED_OUT,
        WRONG_NUMBER,
        /** Somebody holds it from now on. */
        GIVEN
    }
}
