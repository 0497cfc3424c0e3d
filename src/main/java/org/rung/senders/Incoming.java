package org.rung.senders;

import org.rung.common.OrganizationId;

/** Takes the texts that providers deliver; messaging does. */
public interface Incoming {
    /** Returns once the text is stored; false when the same one was delivered before: then nothing happens. */
    boolean arrived(OrganizationId organizationId, Sender sender, Arrival arrival);
}
