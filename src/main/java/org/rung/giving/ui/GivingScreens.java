package org.rung.giving.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.giving.Gifts;
import org.rung.giving.Matching;
import org.rung.giving.MoneyText;
import org.rung.giving.Pledges;
import org.springframework.stereotype.Component;

/** What the screens of this room share: who looks, where their day begins, and the front doors. */
@Component
class GivingScreens {
    private final Gifts gifts;
    private final Pledges pledges;
    private final Matching matching;
    private final SignedIn signedIn;
    private final Clock clock;

    GivingScreens(Gifts gifts, Pledges pledges, Matching matching, SignedIn signedIn, Clock clock) {
        this.gifts = gifts;
        this.pledges = pledges;
        this.matching = matching;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    Gifts gifts() {
        return gifts;
    }

    Pledges pledges() {
        return pledges;
    }

    Matching matching() {
        return matching;
    }

    Actor.Member actor() {
        return signedIn.actor();
    }

    ZoneId zone() {
        return signedIn.organization().zone();
    }

    String country() {
        return signedIn.organization().country();
    }

    /** The organization's own. */
    String currency() {
        return MoneyText.usual(country());
    }

    Instant now() {
        return clock.instant();
    }
}
