package org.rung.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.common.MemberId;
import org.rung.messaging.Purpose;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;
import org.rung.senders.SenderId;

/** What a send needs to know beside the conversation, read in one go: whose hours hold, where the person is, who sends. */
record SendFacts(
        Optional<ZoneId> zone,
        String country,
        String postalCode,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Optional<SenderId> sender,
        Optional<Integer> leaseMinutes) {

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

    RecipientZones zones(Conversation conversation, House house, Instant now) {
        var home = new RecipientZones.Home(house.country(), house.zone(), from(house), until(house));
        return RecipientZones.of(zone, country, postalCode, conversation.phone(), home, now);
    }

    /** A reply leaves from the number that was texted, else from the campaign's. */
    TextDraft draft(
            Conversation conversation,
            House house,
            Purpose purpose,
            String body,
            Optional<MemberId> author,
            String requestKey,
            Instant now) {
        Optional<String> once = purpose == Purpose.FIRST_TEXT
                ? conversation
                        .campaign()
                        .map(campaign -> "first:" + campaign.value() + ":"
                                + conversation.phone().text())
                : Optional.empty();
        return new TextDraft(
                conversation.phone(),
                conversation.sender().or(() -> sender),
                purpose,
                body,
                Optional.of(conversation.conversationId().value()),
                author,
                once,
                Optional.of(requestKey),
                new TextingWindow(zones(conversation, house, now).zones(), from(house), until(house)),
                house.undo());
    }

    Optional<Instant> leasedUntil(Instant now) {
        return leaseMinutes.map(minutes -> now.plus(Duration.ofMinutes(minutes)));
    }

    private LocalTime from(House house) {
        return from.orElse(house.from());
    }

    private LocalTime until(House house) {
        return until.orElse(house.until());
    }
}
