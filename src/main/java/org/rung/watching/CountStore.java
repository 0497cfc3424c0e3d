package org.rung.watching;

import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.DELIVERY_COUNTS;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** Sums of what became of texts. */
@Repository
class CountStore {
    private static final String ADD = "insert into delivery_counts"
            + " (organization_id, sender_id, span, from_at, what, code, texts, segments, lag_ms)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update texts = texts + values(texts),"
            + " segments = segments + values(segments), lag_ms = lag_ms + values(lag_ms)";

    private final DSLContext dsl;

    CountStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(List<Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        // The driver makes one statement of many rows out of it.
        var batch = dsl.batch(ADD);
        for (Count count : counts) {
            Count.Key key = count.key();
            batch = batch.bind(
                    key.organizationId().value(),
                    key.sender().value(),
                    key.span().name(),
                    LocalDateTime.ofInstant(key.from(), ZoneOffset.UTC),
                    key.what().name(),
                    key.code(),
                    count.texts(),
                    count.segments(),
                    count.lagMillis());
        }
        batch.execute();
    }

    /** How many became this since a day and since a week. */
    record Sums(Became what, String code, int day, int week, long dayLagMillis) {}

    List<Sums> since(OrganizationId organizationId, Instant day, Instant week) {
        var sinceDay = DELIVERY_COUNTS.FROM_AT.ge(day);
        return dsl.select(
                        DELIVERY_COUNTS.WHAT,
                        DELIVERY_COUNTS.CODE,
                        sum(when(sinceDay, DELIVERY_COUNTS.TEXTS).else_(0)),
                        sum(DELIVERY_COUNTS.TEXTS),
                        sum(when(sinceDay, DELIVERY_COUNTS.LAG_MS).else_(0L)))
                .from(DELIVERY_COUNTS)
                .where(DELIVERY_COUNTS.ORGANIZATION_ID.eq(organizationId))
                .and(DELIVERY_COUNTS.SPAN.eq(Span.HOUR))
                .and(DELIVERY_COUNTS.FROM_AT.ge(week))
                .groupBy(DELIVERY_COUNTS.WHAT, DELIVERY_COUNTS.CODE)
                .fetch(row -> new Sums(
                        row.value1(),
                        row.value2(),
                        number(row.value3()).intValue(),
                        number(row.value4()).intValue(),
                        number(row.value5()).longValue()));
    }

    /** Texts and segments that each sender gave to its provider. */
    record Pace(int texts, int segments) {}

    Map<SenderId, Pace> within(OrganizationId organizationId, Instant minute) {
        return dsl.select(DELIVERY_COUNTS.SENDER_ID, sum(DELIVERY_COUNTS.TEXTS), sum(DELIVERY_COUNTS.SEGMENTS))
                .from(DELIVERY_COUNTS)
                .where(DELIVERY_COUNTS.ORGANIZATION_ID.eq(organizationId))
                .and(DELIVERY_COUNTS.SPAN.eq(Span.MINUTE))
                .and(DELIVERY_COUNTS.FROM_AT.eq(minute))
                .and(DELIVERY_COUNTS.WHAT.eq(Became.SENT))
                .groupBy(DELIVERY_COUNTS.SENDER_ID)
                .fetchMap(
                        row -> row.value1(),
                        row -> new Pace(
                                number(row.value2()).intValue(),
                                number(row.value3()).intValue()));
    }

    void forget(Span span, Instant before) {
        dsl.deleteFrom(DELIVERY_COUNTS)
                .where(DELIVERY_COUNTS.SPAN.eq(span))
                .and(DELIVERY_COUNTS.FROM_AT.lt(before))
                .limit(10_000)
                .execute();
    }

    private static BigDecimal number(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
