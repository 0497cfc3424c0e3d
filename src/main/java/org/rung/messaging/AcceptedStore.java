package org.rung.messaging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rung.common.MessageId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What nearly always becomes of what was handed over: the provider took it. Two statements for all of them. */
@Repository
class AcceptedStore {
    private static final String FIRST = "select ? as message_id, ? as provider_id";
    private static final String NEXT = " union all select ?, ?";

    private final JdbcTemplate jdbc;

    AcceptedStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A text that the provider took, by which of our attempts, and what it calls it. */
    record Taken(MessageId messageId, int attempt, String providerId) {}

    /**
     * Those that were still on their way by that attempt; a claim that was given up and made anew is not overwritten by
     * its first claimer.
     */
    Set<MessageId> record(List<Taken> taken, Instant now) {
        if (taken.isEmpty()) {
            return Set.of();
        }
        // Always in one order, so that two who write down the same texts wait for each other instead of dying.
        List<Taken> inOrder = taken.stream()
                .sorted(Comparator.comparingLong(one -> one.messageId().value()))
                .toList();
        Set<MessageId> moving = onTheirWay(inOrder);
        List<Taken> ours =
                inOrder.stream().filter(one -> moving.contains(one.messageId())).toList();
        if (!ours.isEmpty()) {
            write(ours, now);
        }
        return moving;
    }

    private Set<MessageId> onTheirWay(List<Taken> taken) {
        Map<MessageId, Integer> attempts = new HashMap<>();
        taken.forEach(one -> attempts.put(one.messageId(), one.attempt()));
        Set<MessageId> found = new HashSet<>();
        jdbc.query(
                "select message_id, attempts from messages force index (primary) where message_id in (?"
                        + ", ?".repeat(taken.size() - 1) + ") and state = 'SENDING' for update",
                row -> {
                    var messageId = new MessageId(row.getLong(1));
                    if (Integer.valueOf(row.getInt(2)).equals(attempts.get(messageId))) {
                        found.add(messageId);
                    }
                },
                taken.stream().map(one -> one.messageId().value()).toArray());
        return found;
    }

    /** While SENT, due is when we stop waiting for a delivery report. */
    private void write(List<Taken> taken, Instant now) {
        var arguments = new ArrayList<Object>();
        taken.forEach(one -> {
            arguments.add(one.messageId().value());
            arguments.add(one.providerId());
        });
        arguments.add(at(now.plus(OutboxStore.NO_NEWS)));
        arguments.add(at(now));
        jdbc.update(
                "update (" + FIRST + NEXT.repeat(taken.size() - 1) + ") taken"
                        + " straight_join messages m force index (primary) on m.message_id = taken.message_id"
                        + " set m.state = 'SENT', m.hold = null, m.error_code = null, m.provider_id = taken.provider_id,"
                        + " m.due_at = ?, m.sent_at = ?",
                arguments.toArray());
    }

    private static LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
