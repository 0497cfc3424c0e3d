package org.rung.ladder;

import java.util.Collection;
import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;

/** What to propose next. */
@Service
public class Asks {
    /** Those who are ready for one; fixed number of queries. */
    public Map<SupporterId, NextAsk> next(OrganizationId organizationId, Collection<SupporterId> supporters) {
        throw new UnsupportedOperationException("built next");
    }

    public void asked(Actor actor, SupporterId supporterId, AskId askId, AskOutcome outcome, String reason) {
        throw new UnsupportedOperationException("built next");
    }
}
