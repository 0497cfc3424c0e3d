package org.rung.events;

import java.util.Optional;
import org.rung.actions.ActionId;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/**
 * Who holds an event: a member or a supporter.
 *
 * @param token of their link to the list at the door
 * @param hostedCount how many had checked in when that they hosted was last recorded
 */
public record Host(
        EventHostId eventHostId,
        EventId eventId,
        Optional<MemberId> member,
        Optional<SupporterId> supporter,
        String token,
        int hostedCount,
        Optional<ActionId> hosted) {}
