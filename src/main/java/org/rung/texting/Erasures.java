package org.rung.texting;

import org.rung.messaging.Texts;
import org.rung.people.SupporterErased;
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
    void erased(SupporterErased person) {
        texts.cancelUnclaimed(
                person.organizationId(), store.waitingTexts(person.organizationId(), person.supporterId()));
        texts.forget(person.organizationId(), store.phonesOfNobodyElse(person.organizationId(), person.supporterId()));
    }
}
