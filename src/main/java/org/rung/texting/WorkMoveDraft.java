package org.rung.texting;

import java.util.Set;
import org.rung.common.MemberId;
import org.rung.common.Problem;

/**
 * What is to move, from whom, to whom.
 *
 * @param most how many at most, 1 to 10,000
 */
public record WorkMoveDraft(WorkMoveKind kind, From from, To to, int most) {
    public static final int MOST = 10_000;
    private static final int MOST_TEXTERS = 500;

    public WorkMoveDraft {
        if (most < 1 || most > MOST) throw new Problem.Invalid("most", "problem.from-to", 1, MOST);
        if (from instanceof Nobody && to instanceof Everyone) throw new Problem.Invalid("to", "problem.move-nowhere");
        if (to instanceof These these && these.texters().size() > MOST_TEXTERS)
            throw new Problem.Invalid("texters", "problem.from-to", 1, MOST_TEXTERS);
    }

    /** Whose work moves. */
    public sealed interface From {}

    /** Who gets it, each so much that in the end they hold alike. */
    public sealed interface To {}

    public record Texter(MemberId texter) implements From {}

    /** Whoever has neither sent a text nor taken a batch for a while. */
    public record Away() implements From {}

    /** What is everyone's: nobody holds it. */
    public record Nobody() implements From {}

    /** All of it: who holds more than their share gives some away, who is away gives everything. */
    public record Anyone() implements From {}

    /** Back to everyone. */
    public record Everyone() implements To {}

    /** Texters of the campaign who sent a text or took a batch lately. */
    public record AtWork() implements To {}

    public record These(Set<MemberId> texters) implements To {
        public These {
            if (texters.isEmpty()) throw new Problem.Invalid("texters", "problem.list-empty");
            texters = Set.copyOf(texters);
        }
    }
}
