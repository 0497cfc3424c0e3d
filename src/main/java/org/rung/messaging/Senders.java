package org.rung.messaging;

import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Service;

/** The numbers and services that texts leave from. */
@Service
public class Senders {
    public List<Sender> all(Actor actor) {
        throw new UnsupportedOperationException("built next");
    }

    /** The sender used when nobody names one: the oldest that is not retired or paused. */
    public Optional<Sender> usual(OrganizationId organizationId) {
        throw new UnsupportedOperationException("built next");
    }

    public boolean simulated(OrganizationId organizationId) {
        throw new UnsupportedOperationException("built next");
    }
}
