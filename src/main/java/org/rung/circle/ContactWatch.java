package org.rung.circle;

import java.util.List;
import org.rung.consent.ConsentChanged;
import org.rung.consent.ConsentKind;
import org.rung.people.SupportersErased;
import org.rung.people.Visibility;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to contacts without their member. */
@Component
class ContactWatch {
    private final ContactStore store;
    private final HolderStore holders;
    private final Matching matching;
    private final Sharing sharing;

    ContactWatch(ContactStore store, HolderStore holders, Matching matching, Sharing sharing) {
        this.store = store;
        this.holders = holders;
        this.matching = matching;
        this.sharing = sharing;
    }

    /** Numbers that may be texted from now on: a list brings people whom members know, and whoever opts in is shared. */
    @EventListener
    void consentChanged(ConsentChanged change) {
        if (change.consent() != ConsentKind.OPTED_IN || !store.any(change.organizationId())) return;
        List<Kept> known = store.with(change.organizationId(), change.phones());
        if (known.isEmpty()) return;
        matching.match(
                change.organizationId(),
                known.stream()
                        .map(contact -> new Whose(contact.memberId(), contact.card()))
                        .toList());
        var byTheirWord = holders.inByTheirWord(
                change.organizationId(),
                known.stream().map(contact -> contact.card().phone()).toList());
        known.stream()
                .filter(contact -> contact.state() == Visibility.MINE)
                .filter(contact -> byTheirWord.contains(contact.card().phone()))
                .forEach(sharing::byThemselves);
    }

    /**
     * What the organization knew of the person goes with them. A contact that was never shared stays: it is in the
     * member's own phone anyway, and its going would tell that the person had been on the list.
     */
    @EventListener
    void erased(SupportersErased people) {
        store.deleteShared(people.organizationId(), people.supporters());
    }
}
