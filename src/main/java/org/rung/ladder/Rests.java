package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is left in peace for a while. In the transaction of whoever asks, who has checked the roles. */
@Service
public class Rests {
    private final StandingStore standings;
    private final Clock clock;

    Rests(StandingStore standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** Nobody else asks or folds this person until the transaction ends; from then on they have a standing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(OrganizationId organizationId, LadderId ladderId, SupporterId supporterId) {
        standings.hold(
                organizationId, ladderId, List.of(supporterId), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** What gave them a rest until then was a mistake. Another rest stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(OrganizationId organizationId, LadderId ladderId, SupporterId supporterId, Instant until) {
        standings.endRest(organizationId, ladderId, supporterId, until);
    }

    /** They are not ready for another ask before then. Only for people who have a standing, as whoever was held has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void until(
            OrganizationId organizationId, LadderId ladderId, Collection<SupporterId> supporters, Instant until) {
        standings.rest(organizationId, ladderId, supporters, until);
    }
}
