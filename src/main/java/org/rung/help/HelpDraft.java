package org.rung.help;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.Problem;

/**
 * What a texter asks.
 *
 * @param note at most 500 characters, may be empty
 * @param to anyone that sees all conversations, one of them, or a team of whoever asks
 */
public record HelpDraft(HelpReason reason, String note, Whom to) {
    public static final int LONGEST = 500;

    public HelpDraft {
        note = within("note", note);
    }

    /** Of any organizer, or of this one. */
    public HelpDraft(HelpReason reason, String note, Optional<MemberId> to) {
        this(reason, note, Whom.of(to, Optional.empty()));
    }

    static String within(String field, String words) {
        String said = words.strip();
        if (said.length() > LONGEST) throw new Problem.Invalid(field, "problem.too-long", LONGEST);
        return said;
    }
}
