package org.rung.ladder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;

/** Where people stand: a pure fold over their actions, the moves by hand and the clock. */
@Service
public class Standings {
    /** One per ladder, commitment first. */
    public List<Standing> of(Actor actor, SupporterId supporterId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Their standing on the commitment ladder; everyone asked for is in the answer. Fixed number of queries. */
    public Map<SupporterId, Standing> commitment(OrganizationId organizationId, Collection<SupporterId> supporters) {
        throw new UnsupportedOperationException("built next");
    }

    public void moveByHand(Actor actor, LadderId ladderId, SupporterId supporterId, int position, String reason) {
        throw new UnsupportedOperationException("built next");
    }

    public void lock(Actor actor, LadderId ladderId, SupporterId supporterId, String reason) {
        throw new UnsupportedOperationException("built next");
    }

    public void unlock(Actor actor, LadderId ladderId, SupporterId supporterId) {
        throw new UnsupportedOperationException("built next");
    }
}
