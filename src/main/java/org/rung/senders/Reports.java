package org.rung.senders;

import org.rung.common.OrganizationId;

/** Takes what providers say of the texts that they have; messaging does. */
public interface Reports {
    /** Takes a report in any order and any number of times; true when it moved a text of this organization. */
    boolean report(OrganizationId organizationId, DeliveryReport report);
}
