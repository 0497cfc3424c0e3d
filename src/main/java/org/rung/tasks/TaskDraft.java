package org.rung.tasks;

import java.time.LocalDate;
import java.util.Optional;
import org.rung.commitments.CommitmentId;
import org.rung.common.MemberId;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.texting.ConversationId;

/**
 * A task as somebody makes it.
 *
 * @param title 1 to 160 characters; may be empty about a promise
 * @param day by which it is to be done, at most {@value #FARTHEST} days away
 * @param owner without one it goes to the supporter's point person, and where there is none it waits for somebody
 * @param conversation in which it came up
 * @param promise that came to nothing; there is one task for each
 */
public record TaskDraft(
        SupporterId supporterId,
        String title,
        LocalDate day,
        Optional<MemberId> owner,
        Optional<ConversationId> conversation,
        Optional<CommitmentId> promise) {
    public static final int LONGEST_TITLE = 160;
    public static final int FARTHEST = 366;

    public TaskDraft {
        title = title.strip();
        if (title.length() > LONGEST_TITLE || title.isEmpty() && promise.isEmpty())
            throw new Problem.Invalid("title", "problem.length", 1, LONGEST_TITLE);
    }

    public TaskDraft(SupporterId supporterId, String title, LocalDate day, Optional<MemberId> owner) {
        this(supporterId, title, day, owner, Optional.empty(), Optional.empty());
    }
}
