package org.rung.ladder;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.actions.ActionType;
import org.rung.actions.RecordedAction;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.people.SupporterId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The commonest action of all, a reply, is asked for by no rule. For such ones three statements come to the same as the
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

    /** Those whom the fold has to decide about; whatever was written here of them it writes again. */
    Set<SupporterId> settle(
            OrganizationId organizationId,
            Collection<SupporterId> mentioned,
            List<RecordedAction> actions,
            Instant now) {
        Set<SupporterId> unsettled = new LinkedHashSet<>(mentioned);
        List<Ladder> both = ladders.lately(organizationId, now);
        Map<SupporterId, List<RecordedAction>> byPerson = actions.stream()
                .collect(Collectors.groupingBy(action -> action.draft().supporterId()));
        boolean recruits = actions.stream().anyMatch(Calm::recruits);
        if (both.isEmpty() || recruits) {
            return unsettled;
        }
        List<CalmStore.Done> calm = byPerson.values().stream()
                .filter(each -> each.size() == 1)
                .map(List::getFirst)
                .filter(action -> both.stream()
                        .noneMatch(ladder -> asksFor(ladder, action.draft().type())))
                .map(action -> new CalmStore.Done(
                        action.actionId(),
                        action.draft().supporterId(),
                        action.draft().happenedAt()))
                .toList();
        unsettled.removeAll(store.settle(organizationId, both.getFirst().ladderId(), calm, now));
        return unsettled;
    }

    @Everywhere
    void changed(LadderChanged changed) {
        ladders.forget();
    }

    @EventListener
    void missed(Missed missed) {
        ladders.forget();
    }

    /** Others than the one who acted are concerned. */
    private static boolean recruits(RecordedAction action) {
        ActionType type = action.draft().type();
        return type == ActionType.RECRUITED || type == ActionType.RECRUIT_ROSE;
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
