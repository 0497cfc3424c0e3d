package org.rung.followups;

import java.time.LocalDate;
import org.rung.common.Problem;

/** The day, and up to 300 characters on why; they may be none. */
public record FollowUpDraft(LocalDate day, String note) {
    public static final int LONGEST = 300;

    public FollowUpDraft {
        note = note.strip();
        if (note.length() > LONGEST) throw new Problem.Invalid("note", "problem.too-long", LONGEST);
    }
}
