package org.rung.actions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evidence that follows from other evidence, such as RECRUIT_ROSE: whoever found out adds and voids it, in their
 * transaction, and draws what follows themselves. It is not announced.
 */
@Service
public class DerivedActions {
    private final ActionStore store;

    DerivedActions(ActionStore store) {
        this.store = store;
    }

    /** Nothing happens for none; a once key that is there already adds nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(OrganizationId organizationId, List<ActionDraft> due, Instant now) {
        if (due.isEmpty()) return;
        var actions = due.stream()
                .map(draft -> new RecordedAction(new ActionId(Id.next()), draft))
                .toList();
        store.add(new Actor.System(organizationId), now, actions);
    }

    /** Nothing happens for none, nor to those voided before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voidAll(OrganizationId organizationId, Collection<ActionId> gone, String reason, Instant now) {
        if (!gone.isEmpty()) store.voidAll(organizationId, gone, reason, now);
    }
}
