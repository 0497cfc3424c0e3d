package org.rung.ladder;

import java.util.List;
import org.rung.common.Actor;
import org.springframework.stereotype.Service;

/** What supporters did; only added or voided. */
@Service
public class Actions {
    public ActionId record(Actor actor, ActionDraft draft) {
        throw new UnsupportedOperationException("built next");
    }

    /** At most 1,000; set-based; standings follow in the same transaction. */
    public List<ActionId> recordAll(Actor actor, List<ActionDraft> drafts) {
        throw new UnsupportedOperationException("built next");
    }

    public void voidAction(Actor actor, ActionId actionId, String reason) {
        throw new UnsupportedOperationException("built next");
    }
}
