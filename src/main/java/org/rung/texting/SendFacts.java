package org.rung.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.common.MemberId;
import org.rung.messaging.Purpose;
import org.rung.messaging.SenderId;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;

/** What a send needs to know beside the conversation, read in one go: whose hours hold, where the person is, who sends. */
record SendFacts(
        Optional<ZoneId> zone,
        String country,
        String postalCode,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Optional<SenderId> sender,
        Optional<Integer> leaseMinutes) {

    RecipientZones zones(Conversation conversation, Organization organization, Instant now) {
        var home = new RecipientZones.Home(
                organization.country(), organization.zone(), from(organization), until(organization));
        return RecipientZones.of(zone, country, postalCode, conversation.phone(), home, now);
    }

    /** A reply leaves from the number that was texted, else from the campaign's. */
    TextDraft draft(
            Conversation conversation,
            Organization organization,
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
                new TextingWindow(
                        zones(conversation, organization, now).zones(), from(organization), until(organization)),
                organization.undo());
    }

    Optional<Instant> leasedUntil(Instant now) {
        return leaseMinutes.map(minutes -> now.plus(Duration.ofMinutes(minutes)));
    }

    private LocalTime from(Organization organization) {
        return from.orElse(organization.textingFrom());
    }

    private LocalTime until(Organization organization) {
        return until.orElse(organization.textingUntil());
    }
}
