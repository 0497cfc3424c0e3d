package org.rung.ladder;

import static org.rung.actions.ActionType.ANSWERED;
import static org.rung.actions.ActionType.ATTENDED;
import static org.rung.actions.ActionType.CONTACTED;
import static org.rung.actions.ActionType.GAVE;
import static org.rung.actions.ActionType.HOSTED;
import static org.rung.actions.ActionType.OPTED_IN;
import static org.rung.actions.ActionType.PLEDGED;
import static org.rung.actions.ActionType.POLLED;
import static org.rung.actions.ActionType.RECRUITED;
import static org.rung.actions.ActionType.RECRUIT_ROSE;
import static org.rung.actions.ActionType.REPORTED;
import static org.rung.actions.ActionType.RSVPED;
import static org.rung.actions.ActionType.SHARED;
import static org.rung.actions.ActionType.SIGNED;
import static org.rung.actions.Verification.HUMAN;
import static org.rung.actions.Verification.SELF;
import static org.rung.actions.Verification.SYSTEM;
import static org.rung.commitments.AskFamily.COME;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.ladder.Rule.Evidence;

/** What a new organization starts with; names and blurbs are in words/ladder.properties. */
final class DefaultLadders {
    /** Rules by rung, from the lowest; empty: the lowest one, or reached by hand only. */
    static List<Optional<Rule>> rules(LadderKind kind) {
        return switch (kind) {
            case COMMITMENT ->
                List.of(
                        Optional.empty(),
                        Optional.of(Rule.anyOf(one(180, SELF, SIGNED, OPTED_IN, POLLED, SHARED, RSVPED, ANSWERED))),
                        Optional.of(Rule.anyOf(one(180, SELF, RECRUITED, CONTACTED, GAVE), one(180, HUMAN, REPORTED))),
                        Optional.of(
                                Rule.anyOf(one(120, SYSTEM, ATTENDED), new Evidence.Kept(EnumSet.of(COME), 2, 120))),
                        Optional.of(Rule.anyOf(hosted(3, 180), count(3, 180, SELF, RECRUIT_ROSE))),
                        Optional.empty());
            case OTHER -> List.of(Optional.empty(), Optional.empty());
            case GIVING ->
                List.of(
                        Optional.empty(),
                        Optional.of(Rule.anyOf(one(180, SELF, PLEDGED))),
                        Optional.of(Rule.anyOf(one(365, SYSTEM, GAVE))),
                        Optional.of(Rule.anyOf(count(2, 365, SYSTEM, GAVE))),
                        Optional.of(Rule.anyOf(count(3, 100, SYSTEM, GAVE))),
                        Optional.empty());
        };
    }

    private DefaultLadders() {}

    private static Evidence one(int days, Verification verified, ActionType first, ActionType... more) {
        return new Evidence.Has(EnumSet.of(first, more), days, verified, 1);
    }

    private static Evidence count(int times, int days, Verification verified, ActionType type) {
        return new Evidence.Count(EnumSet.of(type), times, days, verified, 1);
    }

    /** A meeting counts from so many people checked in. */
    private static Evidence hosted(long checkedIn, int days) {
        return new Evidence.Has(EnumSet.of(HOSTED), days, SELF, checkedIn);
    }
}
