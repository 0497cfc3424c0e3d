package org.rung.messaging;

import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/** Announced in the transaction that drops the words of all that was exchanged with these numbers. */
public record TextsForgotten(OrganizationId organizationId, List<PhoneNumber> phones) {
    public TextsForgotten {
        phones = List.copyOf(phones);
    }
}
