package org.rung.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.campaigns.Campaign;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.contact.ContactRule;
import org.rung.hours.Places;
import org.rung.messaging.TextingWindow;
import org.rung.people.Supporter;
import org.rung.senders.SenderId;

/**
 * What a send needs to know beside the conversation, read in one go: whose hours hold, where the person is, who sends,
 * and how often people may be texted first. overLimit: the campaign may, whatever that rule says.
 */
record SendFacts(
        Optional<ZoneId> zone,
        String country,
        String postalCode,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Optional<SenderId> sender,
        Optional<Integer> leaseMinutes,
        boolean overLimit,
        ContactRule rule) {

    /** The organization's part of it. */
    record House(String country, ZoneId zone, LocalTime from, LocalTime until, Duration undo) {
        static House of(Organization organization) {
            return new House(
                    organization.country(),
                    organization.zone(),
                    organization.textingFrom(),
                    organization.textingUntil(),
                    organization.undo());
        }
    }

    /** Enough for a screen to say when a text would leave; who may be texted is decided when it is sent. */
    static SendFacts shown(Supporter person, Optional<Campaign> campaign) {
        return new SendFacts(
                person.zone(),
                person.country(),
                person.postalCode(),
                campaign.map(Campaign::textingFrom),
                campaign.map(Campaign::textingUntil),
                Optional.empty(),
                Optional.empty(),
                false,
                ContactRule.USUAL);
    }

    /** Enough for a plan to reckon with someone's hours. */
    static SendFacts of(Optional<ZoneId> zone, String country, String postalCode, Campaign campaign) {
        return new SendFacts(
                zone,
                country,
                postalCode,
                Optional.of(campaign.textingFrom()),
                Optional.of(campaign.textingUntil()),
                Optional.empty(),
                Optional.empty(),
                false,
                ContactRule.USUAL);
    }

    RecipientZones zones(PhoneNumber phone, House house, Instant now) {
        var home = new RecipientZones.Home(house.country(), house.zone(), from(house), until(house));
        return RecipientZones.of(zone, country, postalCode, phone, home, now);
    }

    Optional<Instant> leasedUntil(Instant now) {
        return leaseMinutes.map(minutes -> now.plus(Duration.ofMinutes(minutes)));
    }

    /** Inside the campaign's hours, the organization's, and the law's where the person may live. */
    TextingWindow window(PhoneNumber phone, House house, Instant now) {
        return new TextingWindow(
                        zones(phone, house, now).zones(),
                        from(house),
                        until(house),
                        Places.of(country, postalCode, phone))
                .within(house.from(), house.until());
    }

    /** When a text sent now would leave; empty for at once, and where it never could, which is said when it is sent. */
    Optional<Instant> leavesAt(PhoneNumber phone, House house, Instant now) {
        try {
            return Optional.of(window(phone, house, now).nextOpening(now)).filter(now::isBefore);
        } catch (Problem.Invalid never) {
            return Optional.empty();
        }
    }

    private LocalTime from(House house) {
        return from.orElse(house.from());
    }

    private LocalTime until(House house) {
        return until.orElse(house.until());
    }
}
