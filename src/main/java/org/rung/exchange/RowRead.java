package org.rung.exchange;

import java.util.Map;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.people.Address;
import org.rung.people.SupporterDraft;

/**
 * A row and what it says.
 *
 * @param refused its numbers that may not be texted
 */
record RowRead(Row row, SupporterDraft draft, Map<PhoneNumber, ConsentKind> refused) {

    /** A line of a do-not-text list: it stops a number and tells of nobody. */
    boolean ofNobody() {
        return refused.keySet().containsAll(draft.phones())
                && draft.firstName().isEmpty()
                && draft.lastName().isEmpty()
                && draft.email().isEmpty()
                && draft.postalCode().isEmpty()
                && draft.city().isEmpty()
                && draft.region().isEmpty()
                && draft.address().equals(Address.NONE)
                && draft.tags().isEmpty()
                && draft.fields().isEmpty();
    }
}
