package org.rung.ladder;

import org.rung.actions.ActionVoided;
import org.rung.actions.ActionsRecorded;
import org.rung.commitments.CommitmentsSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Standings follow the evidence in the transaction that changes it: one fold for each announcement, so one for a batch. */
@Component
class Following {
    private final Calm calm;
    private final Folding folding;

    Following(Calm calm, Folding folding) {
        this.calm = calm;
        this.folding = folding;
    }

    @EventListener
    void recorded(ActionsRecorded recorded) {
        var unsettled =
                calm.settle(recorded.organizationId(), recorded.supporters(), recorded.actions(), recorded.at());
        if (!unsettled.isEmpty()) folding.fold(recorded.organizationId(), unsettled);
    }

    @EventListener
    void voided(ActionVoided voided) {
        folding.fold(voided.organizationId(), voided.supporters());
    }

    @EventListener
    void settled(CommitmentsSettled settled) {
        var evidence = settled.settled().stream()
                .filter(CommitmentsSettled.Settled::evidence)
                .map(CommitmentsSettled.Settled::supporterId)
                .distinct()
                .toList();
        if (!evidence.isEmpty()) folding.fold(settled.organizationId(), evidence);
    }
}
