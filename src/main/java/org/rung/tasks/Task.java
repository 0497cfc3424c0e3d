package org.rung.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.rung.commitments.CommitmentId;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;
import org.rung.texting.ConversationId;

/**
 * Something to do about a supporter.
 *
 * @param who their name; of whoever does not see people, the first name alone
 * @param outcome what came of it, once it is done
 * @param note what there is to say about that
 * @param revision how often it was changed
 */
public record Task(
        TaskId taskId,
        SupporterId supporterId,
        String who,
        Optional<MemberId> owner,
        TaskAbout about,
        String title,
        LocalDate day,
        TaskState state,
        Optional<TaskOutcome> outcome,
        String note,
        Optional<ConversationId> conversation,
        Optional<CommitmentId> promise,
        Instant madeAt,
        Optional<Instant> endedAt,
        int revision) {
    public boolean open() {
        return state == TaskState.OPEN;
    }

    public boolean overdue(LocalDate today) {
        return open() && day.isBefore(today);
    }

    boolean of(MemberId member) {
        return owner.filter(member::equals).isPresent();
    }
}
