package org.rung.answers;

import java.util.Optional;
import java.util.Set;
import org.rung.common.Problem;
import org.rung.messaging.Hold;
import org.rung.messaging.Text;
import org.rung.texting.ClosedReason;

/** What became of one conversation. */
public enum Outcome {
    SENT,
    /** Leaves when it is day where they are. */
    WAITS,
    /** An organizer looks at its words first. */
    REVIEW,
    RECORDED,
    CLOSED,
    NOT_TEXTED,
    OPTED_OUT,
    SUPPRESSED,
    WRONG_NUMBER,
    UNREACHABLE,
    MOVED,
    /** Another of the chosen conversations is with the same number, and gets it. */
    SAME_NUMBER,
    OTHER_CAMPAIGN,
    TAKEN_BACK,
    REFUSED;

    private static final Set<Outcome> GOT = Set.of(SENT, WAITS, REVIEW, RECORDED);

    public boolean got() {
        return GOT.contains(this);
    }

    static Outcome of(Text text) {
        return text.hold()
                .map(hold -> hold == Hold.HOURS ? WAITS : hold == Hold.REVIEW ? REVIEW : SENT)
                .orElse(SENT);
    }

    /** Whoever may not be texted is an answer here, and no fault; one that is closed says why. */
    static Outcome of(Problem problem, Optional<ClosedReason> closed) {
        String key = problem.sentence().key();
        if (key.startsWith("problem.suppressed.")) return SUPPRESSED;
        return switch (key) {
            case "problem.closed" -> closed.map(Outcome::of).orElse(CLOSED);
            case "problem.first-first" -> NOT_TEXTED;
            case "problem.opted-out" -> OPTED_OUT;
            case "problem.wrong-number" -> WRONG_NUMBER;
            case "problem.unreachable" -> UNREACHABLE;
            case "problem.number-moved-on" -> MOVED;
            case "problem.taken-back" -> TAKEN_BACK;
            default -> REFUSED;
        };
    }

    private static Outcome of(ClosedReason reason) {
        return switch (reason) {
            case OPTED_OUT -> OPTED_OUT;
            case WRONG_NUMBER -> WRONG_NUMBER;
            case BAD_NUMBER -> UNREACHABLE;
            case NUMBER_MOVED -> MOVED;
            case SUPPRESSED -> SUPPRESSED;
            case DONE, SKIPPED, ENDED, MERGED -> CLOSED;
        };
    }
}
