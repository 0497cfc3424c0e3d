package org.rung.messaging;

import java.sql.Connection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.database.BulkInsert;
import org.rung.database.KeptStatement;
import org.rung.hours.Place;
import org.rung.senders.SenderId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** As {@link QueueStore}, for many plain texts at once: as many statements as for one. */
@Repository
class PlainTextsStore {
    private static final String LOCKED = """
            select k.phone, k.consent,
              (select t.thread_id from threads t where t.organization_id = k.organization_id and t.phone = k.phone),
              (select s.sender_id from threads t join senders s on s.sender_id = t.sender_id
                where t.organization_id = k.organization_id and t.phone = k.phone and s.retired_at is null),
              (select u.error_code from unreachable_phones u
                where u.organization_id = k.organization_id and u.phone = k.phone and u.bad),
              (select s.retired_at is null from senders s where s.sender_id = ? and s.organization_id = k.organization_id),
              k.suppressed_until_at, k.suppressed_since_at, k.suppressed_occasions
            from phone_consents k force index (primary)
            where k.organization_id = ? and k.phone in (?%s) order by k.phone for update
            """;

    private static final String INSERT =
            "insert into messages (message_id, organization_id, thread_id, sender_id, phone, direction, purpose, state, body,"
                    + " segments, topic_id, member_id, once_key, request_key, zones, hours_from, hours_until, places, hold,"
                    + " due_at, happened_at, created_at, occasion_id) values ";

    private final JdbcTemplate jdbc;

    PlainTextsStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Text text, TextDraft draft) {}

    /**
     * The ways to those numbers of which anything was ever said, their consents locked until the transaction ends, in one
     * order for whoever locks several.
     *
     * @param named the sender that all of them would leave from, were nobody's number theirs
     */
    Map<PhoneNumber, TextRoute> lock(
            OrganizationId organizationId, List<PhoneNumber> phones, Optional<SenderId> named) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(named.map(SenderId::value).orElse(0L));
        arguments.add(organizationId.value());
        phones.forEach(phone -> arguments.add(phone.text()));
        Map<PhoneNumber, TextRoute> ways = new HashMap<>();
        jdbc.query(
                KeptStatement.MARK + LOCKED.formatted(", ?".repeat(phones.size() - 1)),
                row -> {
                    long thread = row.getLong(3);
                    boolean known = !row.wasNull();
                    long theirs = row.getLong(4);
                    boolean settled = !row.wasNull();
                    boolean runs = row.getBoolean(6);
                    if (named.isPresent() && row.wasNull()) {
                        return;
                    }
                    ways.put(
                            new PhoneNumber(row.getString(1)),
                            new TextRoute(
                                    known ? Optional.of(new ThreadId(thread)) : Optional.empty(),
                                    settled ? Optional.of(new SenderId(theirs)) : Optional.empty(),
                                    named.filter(any -> runs),
                                    Optional.ofNullable(row.getString(2)).map(ConsentKind::valueOf),
                                    QueueStore.suppressed(row, 7),
                                    Optional.ofNullable(row.getString(5))));
                },
                arguments.toArray());
        return ways;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when a once key or request key of any is taken: none is stored */
    void insert(OrganizationId organizationId, List<Row> rows) {
        jdbc.execute((Connection connection) ->
                BulkInsert.send(connection, INSERT, rows, (cells, row) -> put(organizationId, cells, row), ""));
    }

    private static void put(OrganizationId organizationId, BulkInsert cells, Row row) {
        Text text = row.text();
        TextingWindow window = row.draft().window();
        String now = BulkInsert.literal(text.happenedAt());
        cells.number(text.messageId().value())
                .number(organizationId.value())
                .number(text.threadId().value())
                .number(text.sender().map(SenderId::value).orElse(null))
                .words(text.phone().text())
                .words(text.direction().name())
                .words(text.purpose().name())
                .words(text.state().name())
                .words(text.body())
                .number((long) text.segments())
                .number(text.topicId().orElse(null))
                .number(text.author().map(MemberId::value).orElse(null))
                .words(row.draft().onceKey().orElse(null))
                .words(row.draft().requestKey().orElse(null))
                .words(window.zones().stream().map(ZoneId::getId).collect(Collectors.joining(",")))
                .words(window.from().toString())
                .words(window.until().toString())
                .words(window.places().isEmpty() ? null : Place.line(window.places()))
                .words(text.hold().map(Hold::name).orElse(null))
                .same(text.dueAt().map(BulkInsert::literal).orElse("null"))
                .same(now)
                .same(now)
                .number(row.draft().occasion().orElse(null));
    }
}
