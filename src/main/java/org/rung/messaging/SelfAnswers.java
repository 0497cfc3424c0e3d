package org.rung.messaging;

import java.util.Set;
import org.rung.common.MessageId;

/**
 * A room above that answers some texts itself, such as the word of an event: they stand in the thread, and nobody is asked
 * to answer them once more. A bean of that room, asked in the transaction that stores the texts; it makes one question of
 * all of them, and none where none can be meant.
 */
public interface SelfAnswers {
    Set<MessageId> answered(TextsArrived arrived);
}
