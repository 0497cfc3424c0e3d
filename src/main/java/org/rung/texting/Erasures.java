package org.rung.texting;

import org.rung.messaging.Texts;
import org.rung.people.SupportersErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever is erased gets no text that still waits, and the words exchanged with their numbers go, unless someone else
 * of the household has the number too. That texts were exchanged stays known, so that nobody is texted twice.
 */
@Component
class Erasures {
    private final ErasureStore store;
    private final Texts texts;

    Erasures(ErasureStore store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    @EventListener
    void erased(SupportersErased people) {
        texts.cancelUnclaimed(
                people.organizationId(), store.waitingTexts(people.organizationId(), people.supporters()));
        texts.forget(people.organizationId(), store.phonesOfNobodyElse(people.organizationId(), people.supporters()));
    }
}
