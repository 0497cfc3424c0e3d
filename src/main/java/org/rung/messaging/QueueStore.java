package org.rung.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressed;
import org.rung.database.KeptStatement;
import org.rung.hours.Place;
import org.rung.senders.SenderId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Repository;

/**
 * The statements of queueing a text, as text: they are the same a thousand times a second, and putting them together
 * each time costs Rung as much as running them costs the server.
 */
@Repository
class QueueStore {
    /** The number that the person has for life, where it still is one. */
    private static final String THEIRS =
            "(select s.sender_id from threads t join senders s on s.sender_id = t.sender_id"
                    + " where t.organization_id = ? and t.phone = ? and s.retired_at is null)";

    /** Null: not the organization's; 0: retired since. */
    private static final String NAMED =
            "(select s.retired_at is null from senders s where s.sender_id = ? and s.organization_id = ?)";

    private static final String THREAD =
            "(select t.thread_id from threads t where t.organization_id = ? and t.phone = ?)";

    private static final String BAD =
            "(select u.error_code from unreachable_phones u where u.organization_id = ? and u.phone = ? and u.bad)";

    private static final String STANDING =
            "k.consent, k.suppressed_until_at, k.suppressed_since_at, k.suppressed_occasions from ";

    /** Nobody may ever have said anything of it. */
    private static final String CONSENT =
            STANDING + "(select 1 as one) anyone left join phone_consents k on k.organization_id = ? and k.phone = ?";

    private static final String LOCKED =
            STANDING + "phone_consents k where k.organization_id = ? and k.phone = ? for update";

    private static final String TO_NAMED = KeptStatement.MARK + select(THEIRS + ", " + NAMED, CONSENT);
    private static final String TO_USUAL = KeptStatement.MARK + select(THEIRS + ", null", CONSENT);
    private static final String LOCK_TO_NAMED = KeptStatement.MARK + select(THEIRS + ", " + NAMED, LOCKED);
    private static final String LOCK_TO_USUAL = KeptStatement.MARK + select(THEIRS + ", null", LOCKED);
    private static final String MAKE_THREAD = KeptStatement.MARK
            + "insert ignore into threads (thread_id, organization_id, phone, sender_id, created_at) values (?, ?, ?, ?, ?)";

    private static final String INSERT = KeptStatement.MARK + """
            insert into messages (message_id, organization_id, thread_id, sender_id, phone, direction, purpose, state, body,
              segments, topic_id, member_id, once_key, request_key, zones, hours_from, hours_until, places, hold, due_at,
              happened_at, created_at, media_count, occasion_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    QueueStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    TextRoute route(OrganizationId organizationId, PhoneNumber phone, Optional<SenderId> named) {
        return way(named.isPresent() ? TO_NAMED : TO_USUAL, organizationId, phone, named)
                .orElseThrow();
    }

    /** As {@link #route}, with the number's consent locked until the transaction ends; nothing else is. */
    TextRoute lock(OrganizationId organizationId, PhoneNumber phone, Optional<SenderId> named) {
        return way(named.isPresent() ? LOCK_TO_NAMED : LOCK_TO_USUAL, organizationId, phone, named)
                // Nobody has ever said anything of this number: there is nothing to lock.
                .orElseGet(() -> route(organizationId, phone, named));
    }

    private static String select(String sender, String consent) {
        return "select " + THREAD + ", " + sender + ", " + BAD + ", " + consent;
    }

    private Optional<TextRoute> way(
            String sql, OrganizationId organizationId, PhoneNumber phone, Optional<SenderId> named) {
        var here = organizationId.value();
        var number = phone.text();
        Object[] arguments = named.isPresent()
                ? new Object[] {here, number, here, number, named.get().value(), here, here, number, here, number}
                : new Object[] {here, number, here, number, here, number, here, number};
        return jdbc.query(sql, (row, nth) -> route(row, named), arguments).stream()
                .findFirst();
    }

    private static TextRoute route(ResultSet row, Optional<SenderId> named) throws SQLException {
        Optional<Long> runs = id(row, 3);
        if (named.isPresent() && runs.isEmpty()) {
            throw new Problem.Missing("sender", named.get());
        }
        return new TextRoute(
                id(row, 1).map(ThreadId::new),
                id(row, 2).map(SenderId::new),
                named.filter(any -> runs.filter(yes -> yes == 1).isPresent()),
                Optional.ofNullable(row.getString(5)).map(ConsentKind::valueOf),
                suppressed(row, 6),
                Optional.ofNullable(row.getString(4)));
    }

    static boolean forGood(ResultSet row, int until) throws SQLException {
        LocalDateTime at = row.getObject(until, LocalDateTime.class);
        return at != null
                && Suppressed.of(at.toInstant(ZoneOffset.UTC), null, null).forGood();
    }

    /** Three columns, from that one on; of nearly everybody none is filled. */
    static Suppressed suppressed(ResultSet row, int first) throws SQLException {
        LocalDateTime until = row.getObject(first, LocalDateTime.class);
        String occasions = row.getString(first + 2);
        if (until == null && occasions == null) return Suppressed.NOT;
        LocalDateTime since = row.getObject(first + 1, LocalDateTime.class);
        return Suppressed.of(
                until == null ? null : until.toInstant(ZoneOffset.UTC),
                since == null ? null : since.toInstant(ZoneOffset.UTC),
                occasions);
    }

    /** Found when another transaction was first: its row is waited for, and is committed by the time it is read. */
    ThreadId makeThread(OrganizationId organizationId, PhoneNumber phone, Optional<SenderId> sender, Instant now) {
        ThreadId mine = new ThreadId(Id.next());
        int made = jdbc.update(MAKE_THREAD, mine.value(), organizationId.value(), phone.text(), id(sender), utc(now));
        return made == 1
                ? mine
                : route(organizationId, phone, Optional.empty()).thread().orElseThrow();
    }

    /** From now on the person has this number. */
    void move(ThreadId threadId, SenderId sender) {
        jdbc.update("update threads set sender_id = ? where thread_id = ?", sender.value(), threadId.value());
    }

    /** False when the once key or the request key is taken. */
    boolean add(OrganizationId organizationId, Text text, TextDraft draft) {
        try {
            insert(
                    organizationId,
                    text,
                    draft.onceKey(),
                    draft.requestKey(),
                    Optional.of(draft.window()),
                    draft.occasion());
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** What nobody wrote: no keys, no hours, part of nothing. */
    void insert(OrganizationId organizationId, Text text) {
        insert(organizationId, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void insert(
            OrganizationId organizationId,
            Text text,
            Optional<String> onceKey,
            Optional<String> requestKey,
            Optional<TextingWindow> window,
            Optional<Long> occasion) {
        var now = utc(text.happenedAt());
        jdbc.update(
                INSERT,
                text.messageId().value(),
                organizationId.value(),
                text.threadId().value(),
                id(text.sender()),
                text.phone().text(),
                text.direction().name(),
                text.purpose().name(),
                text.state().name(),
                text.body(),
                text.segments(),
                new SqlParameterValue(Types.BIGINT, text.topicId().orElse(null)),
                id(text.author()),
                words(onceKey),
                words(requestKey),
                words(window.map(QueueStore::zones)),
                new SqlParameterValue(
                        Types.TIME, window.map(TextingWindow::from).orElse(null)),
                new SqlParameterValue(
                        Types.TIME, window.map(TextingWindow::until).orElse(null)),
                words(window.map(TextingWindow::places)
                        .filter(places -> !places.isEmpty())
                        .map(Place::line)),
                words(text.hold().map(Hold::name)),
                new SqlParameterValue(
                        Types.TIMESTAMP, text.dueAt().map(QueueStore::utc).orElse(null)),
                now,
                now,
                text.mediaCount(),
                new SqlParameterValue(Types.BIGINT, occasion.orElse(null)));
    }

    private static String zones(TextingWindow window) {
        return window.zones().stream().map(ZoneId::getId).collect(Collectors.joining(","));
    }

    private static Optional<Long> id(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** With its type, or Spring would ask the driver for the type of every null. */
    private static SqlParameterValue id(Optional<? extends Id> id) {
        return new SqlParameterValue(Types.BIGINT, id.map(Id::value).orElse(null));
    }

    private static SqlParameterValue words(Optional<String> words) {
        return new SqlParameterValue(Types.VARCHAR, words.orElse(null));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
