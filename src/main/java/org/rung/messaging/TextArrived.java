package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.senders.Meaning;
import org.rung.senders.SenderId;

/**
 * An inbound text as {@link TextsArrived} announces it. topicId is that of the latest outbound on this (phone, sender); suppressed: nothing may be sent to the number, opted out or wrong, after the text was obeyed;
 * lastTextLeft: our latest text about the topic is out of our hands, so that none of that topic waits to be sent first.
 */
public record TextArrived(
        OrganizationId organizationId,
        MessageId messageId,
        ThreadId threadId,
        SenderId senderId,
        PhoneNumber phone,
        String body,
        Meaning meaning,
        Optional<SoftWords> soft,
        Optional<Long> topicId,
        boolean lastTextLeft,
        boolean suppressed,
        Instant happenedAt) {}
