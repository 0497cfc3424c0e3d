package org.rung.tasks;

import java.time.LocalDate;
import java.util.Optional;
import org.rung.common.MemberId;

/**
 * A task as it is to be from now on.
 *
 * @param owner nobody: it waits for somebody
 * @param seen the revision that is changed
 */
public record TaskChange(String title, LocalDate day, Optional<MemberId> owner, int seen) {
    /** Later. */
    public static TaskChange put(Task task, LocalDate day) {
        return new TaskChange(task.title(), day, task.owner(), task.revision());
    }

    public static TaskChange pass(Task task, Optional<MemberId> owner) {
        return new TaskChange(task.title(), task.day(), owner, task.revision());
    }
}
