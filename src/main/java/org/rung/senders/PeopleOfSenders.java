package org.rung.senders;

import java.util.Collection;
import java.util.Map;
import org.rung.common.OrganizationId;

/** How many people each sender that fills up has; messaging knows. One that nobody has is missing. */
public interface PeopleOfSenders {
    Map<SenderId, Long> people(OrganizationId organizationId);

    /** Of these, whosever they are. */
    Map<SenderId, Long> people(Collection<SenderId> senders);
}
