package org.rung.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.common.Actor;
import org.rung.giving.Back;
import org.rung.giving.EntryKind;
import org.rung.giving.GiftDraft;
import org.rung.giving.GiftWay;
import org.rung.giving.Gifts;
import org.rung.giving.Giver;
import org.rung.giving.Pledges;
import org.rung.people.SupporterId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What those gave who come to meetings: some every month, some once; one was refunded, and of two nobody knows whose they are. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoGiving {
    private static final int OF_EACH = 25;
    private static final int ONCE = 22;
    private static final int MONTHLY = 23;
    private static final int PLEDGED = 24;

    private final Gifts gifts;
    private final Pledges pledges;
    private final Clock clock;

    DemoGiving(Gifts gifts, Pledges pledges, Clock clock) {
        this.gifts = gifts;
        this.pledges = pledges;
        this.clock = clock;
    }

    void begin(Actor.System system, List<SupporterId> neighbours) {
        Instant now = clock.instant();
        List<GiftDraft> given = new ArrayList<>();
        for (int i = 0; i < neighbours.size(); i++) {
            Optional<SupporterId> who = Optional.of(neighbours.get(i));
            if (i % OF_EACH == ONCE)
                given.add(gift(
                        who, 2_000 + i * 10L, i % 2 == 0 ? GiftWay.CASH : GiftWay.CHECK, now.minus(days(3 + i / 3))));
            if (i % OF_EACH == MONTHLY) monthly(given, who, i, now);
            if (i % OF_EACH == PLEDGED)
                pledges.promise(
                        system,
                        neighbours.get(i),
                        new Money(5_000, "USD"),
                        Optional.of(LocalDate.ofInstant(now.plus(days(10 + i / 10)), clock.getZone())),
                        "",
                        Optional.of("demo-pledge-" + i));
        }
        given.add(strangers("Imani", "Okafor", "imani@choir.example", 4_000, now.minus(days(4))));
        given.add(strangers("J.", "Delgado", "", 1_500, now.minus(days(2))));
        gifts.recordAll(system, numbered(given));
    }

    /** Of the last of them the payment of this month is missing; the first one was given a part back. */
    private static void monthly(List<GiftDraft> given, Optional<SupporterId> who, int i, Instant now) {
        int latest = i / OF_EACH % 4 == 3 ? 41 : 5 + i / OF_EACH;
        for (int month = 0; month < 4; month++)
            given.add(new GiftDraft(
                    who,
                    Giver.UNNAMED,
                    new Money(1_000 + i / OF_EACH * 500L, "USD"),
                    GiftWay.ONLINE,
                    now.minus(days(latest + 30 * month)),
                    "",
                    Optional.empty(),
                    Optional.of("demo-monthly-" + i),
                    i == MONTHLY && month == 1
                            ? Optional.of(new Back(
                                    EntryKind.REFUNDED,
                                    500,
                                    now.minus(days(latest + 20)),
                                    "Charged too much",
                                    Optional.of("demo-refund")))
                            : Optional.empty(),
                    Optional.empty()));
    }

    private static GiftDraft strangers(String first, String last, String email, long minor, Instant at) {
        return new GiftDraft(
                Optional.empty(),
                new Giver(first, last, email, Optional.empty()),
                new Money(minor, "USD"),
                GiftWay.ONLINE,
                at,
                "");
    }

    private static GiftDraft gift(Optional<SupporterId> who, long minor, GiftWay way, Instant at) {
        return new GiftDraft(who, Giver.UNNAMED, new Money(minor, "USD"), way, at, "");
    }

    /** Each with a once key, so that a start cut short is made good by the next. */
    private static List<GiftDraft> numbered(List<GiftDraft> given) {
        List<GiftDraft> numbered = new ArrayList<>();
        for (GiftDraft gift : given) numbered.add(gift.once("demo-" + numbered.size()));
        return numbered;
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }
}
