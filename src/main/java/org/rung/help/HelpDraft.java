package org.rung.help;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.Problem;

/**
 * What a texter asks.
 *
 * @param note at most 500 characters, may be empty
 * @param to whoever sees all conversations; any of them when empty
 */
public record HelpDraft(HelpReason reason, String note, Optional<MemberId> to) {
    public static final int LONGEST = 500;

    public HelpDraft {
        note = within("note", note);
    }

    static String within(String field, String words) {
        String said = words.strip();
        if (said.length() > LONGEST) throw new Problem.Invalid(field, "problem.too-long", LONGEST);
        return said;
    }
}
