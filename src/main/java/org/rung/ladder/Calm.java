package org.rung.ladder;

import java.time.Instant;
import java.util.List;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.RecordedAction;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Component;

/**
 * The commonest action of all, a reply, is asked for by no rule. For such a one two statements come to the same as the
 * whole fold, which stays the judge wherever anything is out of the ordinary.
 */
@Component
class Calm {
    private final LadderStore ladders;
    private final CalmStore store;

    Calm(LadderStore ladders, CalmStore store) {
        this.ladders = ladders;
        this.store = store;
    }

    /** False when the fold has to decide; then whatever was written here it writes again. */
    boolean settles(OrganizationId organizationId, RecordedAction action, Instant now) {
        ActionDraft draft = action.draft();
        if (draft.type() == ActionType.RECRUITED || draft.type() == ActionType.RECRUIT_ROSE) {
            return false;
        }
        List<Ladder> both = ladders.lately(organizationId, now);
        if (both.isEmpty() || both.stream().anyMatch(ladder -> asksFor(ladder, draft.type()))) {
            return false;
        }
        SupporterId who = draft.supporterId();
        if (store.begin(organizationId, both.getFirst().ladderId(), who, action.actionId(), draft.happenedAt())) {
            return true;
        }
        CalmStore.Found found = store.find(organizationId, who, draft.happenedAt(), now);
        return found.standings() > 0
                && found.calm() == found.standings()
                && store.touch(organizationId, who, draft.happenedAt(), now) == found.standings();
    }

    private static boolean asksFor(Ladder ladder, ActionType type) {
        return ladder.rungs().stream()
                .flatMap(rung -> rung.rule().stream())
                .flatMap(rule -> rule.anyOf().stream())
                .flatMap(way -> way.allOf().stream())
                .anyMatch(evidence -> switch (evidence) {
                    case Rule.Evidence.Count count -> count.of().contains(type);
                    case Rule.Evidence.Sum sum -> sum.of().contains(type);
                    case Rule.Evidence.Has has -> has.of().contains(type);
                    case Rule.Evidence.Kept kept -> false;
                });
    }
}
