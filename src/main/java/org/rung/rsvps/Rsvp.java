package org.rung.rsvps;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.ActionId;
import org.rung.commitments.CommitmentId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.events.EventId;
import org.rung.events.ShiftId;
import org.rung.people.SupporterId;

/**
 * What one person said about one shift.
 *
 * @param phone the number that they gave; where none, their number for texting
 * @param texts they want to be texted about it
 * @param token of the page on which they change it
 * @param attended the evidence that they came
 * @param checkIns how often they were checked in: after an undo it is another time
 */
public record Rsvp(
        RsvpId rsvpId,
        OrganizationId organizationId,
        EventId eventId,
        ShiftId shiftId,
        SupporterId supporterId,
        RsvpState state,
        RsvpSource source,
        Optional<PhoneNumber> phone,
        boolean texts,
        String token,
        Optional<CommitmentId> commitment,
        Optional<ActionId> attended,
        int checkIns,
        Instant saidAt,
        Optional<Instant> promotedAt,
        Optional<Instant> checkedInAt) {}
