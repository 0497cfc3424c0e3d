package org.rung.texting;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;

/** A room above that may take a conversation out of its texter's hands for a while: what its screen shows of that. */
public interface ConversationHandoff {

    /**
     * Beside its menu; nothing where there is nothing to press.
     *
     * @param refresh reads the conversation anew
     */
    Optional<Component> tool(Actor.Member actor, OpenConversation open, Runnable refresh);

    /** Above its texts; asked anew when it goes to an organizer, comes back or changes hands. */
    Optional<Component> banner(Actor.Member actor, OpenConversation open, Runnable refresh);

    /** The path of the list that this member has come from, if it is one of that room. */
    Optional<String> origin(Actor.Member actor, OpenConversation open);
}
