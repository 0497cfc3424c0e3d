package org.rung.messaging;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MESSAGES;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.database.BulkInsert;
import org.rung.senders.SenderId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** Texts that come in. */
@Repository
class InboxStore {
    private static final String KNOWN = "select w.nth, t.thread_id, s.sender_id, k.consent, u.times,"
            + " (select concat(m.topic_id, ' ', m.state) from messages m force index (messages_last_out) where m.organization_id = ? and m.phone = w.phone"
            + " and m.direction = 'OUT' and m.sender_id = w.sender_id and m.state <> 'CANCELLED' and m.topic_id is not null"
            + " order by m.happened_at desc limit 1), k.suppressed_until_at from (";

    // In the letters of the keys, or no key would be used.
    private static final String FIRST_WAY =
            "select ? as nth, convert(? using ascii) collate ascii_bin as phone, ? as sender_id";
    private static final String NEXT_WAY = " union all select ?, convert(? using ascii) collate ascii_bin, ?";

    // Named, since the server takes another key for a table that it thinks small, and then reads all of it for each
    // number.
    private static final String OF_THEM =
            ") w left join threads t force index (threads_phone) on t.organization_id = ? and t.phone = w.phone"
                    + " left join senders s force index (primary) on s.sender_id = t.sender_id and s.retired_at is null"
                    + " left join phone_consents k force index (primary) on k.organization_id = ? and k.phone = w.phone"
                    + " left join unreachable_phones u force index (primary) on u.organization_id = ? and u.phone = w.phone";

    private static final String INSERT =
            "insert into messages (message_id, organization_id, thread_id, sender_id, phone,"
                    + " direction, purpose, state, body, segments, media_count, topic_id, provider_id, happened_at, created_at) values ";

    private final DSLContext dsl;
    private final JdbcTemplate jdbc;

    InboxStore(DSLContext dsl, JdbcTemplate jdbc) {
        this.dsl = dsl;
        this.jdbc = jdbc;
    }

    /** What is known of a number when a text comes from it; threadSender: the number it has for life, while that is one; never: it is on the do-not-text list for good. */
    record Before(
            Optional<ThreadId> thread,
            Optional<SenderId> threadSender,
            Optional<ConsentKind> consent,
            boolean never,
            boolean unreachable,
            Optional<Long> topicId,
            Optional<MessageState> lastOfTopic) {

        /** Once a text left us, none of its conversation waits to be the first: they go in order. */
        boolean lastTextLeft() {
            return lastOfTopic
                    .filter(state -> state != MessageState.HELD && state != MessageState.QUEUED)
                    .isPresent();
        }
    }

    /** A number that writes to one of ours. */
    record Way(PhoneNumber phone, SenderId sender) {}

    /** Of each what is known, in their order; one read by keys. */
    List<Before> before(OrganizationId organizationId, List<Way> ways) {
        long here = organizationId.value();
        var arguments = new ArrayList<Object>(List.of(here));
        var ours = new StringBuilder();
        for (int i = 0; i < ways.size(); i++) {
            ours.append(i == 0 ? FIRST_WAY : NEXT_WAY);
            arguments.add(i);
            arguments.add(ways.get(i).phone().text());
            arguments.add(ways.get(i).sender().value());
        }
        arguments.addAll(List.of(here, here, here));
        var found = new Before[ways.size()];
        RowCallbackHandler each = row -> found[row.getInt(1)] = before(row);
        jdbc.query(KNOWN + ours + OF_THEM, each, arguments.toArray());
        return List.of(found);
    }

    private static Before before(ResultSet row) throws SQLException {
        String last = row.getString(6);
        int gap = last == null ? 0 : last.indexOf(' ');
        return new Before(
                id(row, 2).map(ThreadId::new),
                id(row, 3).map(SenderId::new),
                Optional.ofNullable(row.getString(4)).map(ConsentKind::valueOf),
                QueueStore.forGood(row, 7),
                row.getString(5) != null,
                Optional.ofNullable(last).map(words -> Long.valueOf(words.substring(0, gap))),
                Optional.ofNullable(last).map(words -> MessageState.valueOf(words.substring(gap + 1))));
    }

    private static Optional<Long> id(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** What the latest text to them was. */
    Optional<Purpose> lastOut(OrganizationId organizationId, PhoneNumber phone, SenderId sender) {
        return dsl.select(MESSAGES.PURPOSE)
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.PHONE.eq(phone))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.SENDER_ID.eq(sender))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .orderBy(MESSAGES.HAPPENED_AT.desc())
                .limit(1)
                .fetchOptional(MESSAGES.PURPOSE);
    }

    /** A text and what its provider calls it. */
    record Inbound(Text text, String providerId) {}

    /** Those that were not stored before: providers deliver again whenever they are not sure. Each of another thread. */
    Set<MessageId> add(OrganizationId organizationId, List<Inbound> texts) {
        var left = texts.stream()
                .sorted(Comparator.comparing(one -> one.text().threadId().value()))
                .toList();
        while (!left.isEmpty()) {
            try {
                insert(organizationId, left);
                break;
            } catch (DuplicateKeyException again) {
                var known = known(left);
                if (known.isEmpty()) {
                    throw again;
                }
                left = left.stream()
                        .filter(one -> !known.contains(one.providerId()))
                        .toList();
            }
        }
        return left.stream().map(one -> one.text().messageId()).collect(Collectors.toSet());
    }

    private Set<String> known(List<Inbound> texts) {
        return dsl.select(MESSAGES.PROVIDER_ID)
                .from(MESSAGES)
                .where(MESSAGES.PROVIDER_ID.in(
                        texts.stream().map(Inbound::providerId).toList()))
                .fetchSet(MESSAGES.PROVIDER_ID);
    }

    private void insert(OrganizationId organizationId, List<Inbound> texts) {
        jdbc.execute((Connection connection) -> BulkInsert.send(
                connection,
                INSERT,
                texts,
                (row, one) -> {
                    var at = BulkInsert.literal(one.text().happenedAt());
                    row.number(one.text().messageId().value())
                            .number(organizationId.value())
                            .number(one.text().threadId().value())
                            .number(one.text().sender().map(SenderId::value).orElse(null))
                            .words(one.text().phone().text())
                            .words(one.text().direction().name())
                            .words(one.text().purpose().name())
                            .words(one.text().state().name())
                            .words(one.text().body())
                            .number((long) one.text().segments())
                            .number((long) one.text().mediaCount())
                            .number(one.text().topicId().orElse(null))
                            .words(one.providerId())
                            .same(at)
                            .same(at);
                },
                ""));
    }

    boolean helpedSince(OrganizationId organizationId, PhoneNumber phone, Instant since) {
        return dsl.fetchExists(select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.PHONE.eq(phone))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.HAPPENED_AT.gt(since))
                .and(MESSAGES.PURPOSE.eq(Purpose.HELP)));
    }
}
