package org.rung.texting;

import org.rung.common.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a member likes their desk; it follows them to every device. */
@Service
public class Choices {

    private final ChoiceStore store;

    Choices(ChoiceStore store) {
        this.store = store;
    }

    /** Whether one stays with a conversation after answering; else the next one that waits comes up. */
    public boolean stays(Actor.Member actor) {
        return store.stays(actor.organization(), actor.memberId());
    }

    /** Whether words that may hurt are covered until one wants to see them; so it is until one chooses otherwise. */
    public boolean covers(Actor.Member actor) {
        return store.covers(actor.organization(), actor.memberId());
    }

    @Transactional
    public void cover(Actor.Member actor, boolean covers) {
        store.cover(actor.organization(), actor.memberId(), covers);
    }

    @Transactional
    public void stay(Actor.Member actor, boolean stays) {
        store.stay(actor.organization(), actor.memberId(), stays);
    }
}
