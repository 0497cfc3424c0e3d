package org.rung.tasks;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/**
 * Which tasks somebody looks for.
 *
 * @param owner only this member's
 * @param supporter only those about this person
 */
public record TaskFilter(TaskList list, Optional<MemberId> owner, Optional<SupporterId> supporter) {
    public static TaskFilter of(TaskList list) {
        return new TaskFilter(list, Optional.empty(), Optional.empty());
    }
}
