package org.rung.texting;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;

/** What a room above brings along to the screen of one conversation: a bean of that room. */
public interface ConversationPart {
    /** Ascending. */
    int order();

    /** What there is for whoever looks at it now; asked anew whenever the conversation is shown anew. */
    default Optional<Look> look(Actor.Member actor, OpenConversation open) {
        return Optional.empty();
    }

    /**
     * Beside its menu; nothing where there is nothing to press.
     *
     * @param refresh reads the conversation anew
     */
    default Optional<Component> tool(Actor.Member actor, OpenConversation open, Runnable refresh) {
        return Optional.empty();
    }

    /** Above its texts; asked anew when it goes to an organizer, comes back or changes hands. */
    default Optional<Component> banner(Actor.Member actor, OpenConversation open, Runnable refresh) {
        return Optional.empty();
    }

    /** The path of the list that this member has come from, if it is one of that room. */
    default Optional<String> origin(Actor.Member actor, OpenConversation open) {
        return Optional.empty();
    }

    /** Equal ones look the same, and what looks the same stays on the screen as it is. */
    interface Look {

        /** Stands over the thread, beside the answers given and the tags. */
        default Optional<Component> chip() {
            return Optional.empty();
        }

        /** Stands between the thread and the answer. */
        default Optional<Component> notice(Runnable refresh) {
            return Optional.empty();
        }

        /** Stands under the thumb, beside the canned replies. */
        default Optional<Component> shortcut(Runnable refresh) {
            return Optional.empty();
        }

        default List<Deed> deeds(Runnable refresh) {
            return List.of();
        }

        /** Stand among the texts, each at its time. */
        default List<ThreadMark> marks() {
            return List.of();
        }
    }

    /** Something to choose from the menu. */
    record Deed(String words, Runnable chosen) {}
}
