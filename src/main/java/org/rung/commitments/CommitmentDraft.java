package org.rung.commitments;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.common.Problem;

/**
 * What someone promises.
 *
 * @param title at most 160 characters; without one it is called by its family
 * @param note at most 300 characters for those who deal with it
 * @param amount of a pledge: it is kept once their gifts since then add up to it
 * @param target what it is about, in the words of the room that knows it (such as an event): printable ASCII, at most 120
 */
public record CommitmentDraft(
        AskFamily family,
        String title,
        Optional<Instant> due,
        String note,
        Optional<String> target,
        Optional<AskId> askId,
        Optional<Cause> cause,
        Optional<Money> amount) {
    public static final int LONGEST_TITLE = 160;
    public static final int LONGEST_NOTE = 300;

    public CommitmentDraft {
        if (title.length() > LONGEST_TITLE) throw new Problem.Invalid("title", "problem.promise-title");
        if (note.length() > LONGEST_NOTE) throw new Problem.Invalid("note", "problem.too-long", LONGEST_NOTE);
        target.filter(named -> !named.matches("[!-~]{1,120}")).ifPresent(wrong -> {
            throw new Problem.Invalid("target", "problem.promise-target");
        });
        if (amount.isPresent() && family != AskFamily.GIVE)
            throw new Problem.Invalid("amount", "problem.pledge-family");
        title = title.strip();
        note = note.strip();
    }

    public CommitmentDraft(AskFamily family, String title, Optional<Instant> due, Optional<AskId> askId) {
        this(family, title, due, "", Optional.empty(), askId, Optional.empty());
    }

    public CommitmentDraft(
            AskFamily family,
            String title,
            Optional<Instant> due,
            String note,
            Optional<String> target,
            Optional<AskId> askId,
            Optional<Cause> cause) {
        this(family, title, due, note, target, askId, cause, Optional.empty());
    }

    public CommitmentDraft in(long topic) {
        return new CommitmentDraft(
                family, title, due, note, target, askId, Optional.of(new Cause(topic, Optional.empty())), amount);
    }
}
