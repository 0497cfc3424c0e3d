package org.rung.help;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** An open request, as far as it matters to whom it calls; of what it is about it says nothing. */
public record HelpCall(
        OrganizationId organizationId, MemberId askedBy, Whom to, Optional<MemberId> takenBy, Instant askedAt) {

    /** Whether they are to look after it: it is theirs already, or nobody's yet and asks them, their team, or anyone. */
    public boolean waitsFor(Helper helper) {
        boolean asksThem =
                switch (to) {
                    case Whom.Anyone anyone -> helper.seesAll();
                    case Whom.OneMember one -> one.who().equals(helper.memberId());
                    case Whom.OneTeam team -> helper.leads().contains(team.which());
                };
        return !askedBy.equals(helper.memberId())
                && takenBy.map(taker -> taker.equals(helper.memberId()) && (asksThem || helper.seesAll()))
                        .orElse(asksThem);
    }
}
