package org.rung.senders;

import java.util.List;
import org.rung.common.OrganizationId;

/** Whose address a webhook names, with the tokens that may have signed it: the current one first. */
public record AddressOwner(OrganizationId organizationId, Sender sender, List<String> tokens) {
    @Override
    public String toString() {
        return "AddressOwner[" + organizationId + " " + sender.senderId() + "]";
    }
}
