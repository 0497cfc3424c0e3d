package org.rung.compliance;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.rung.db.Tables.DELIVERY_COUNTS;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.watching.Became;
import org.rung.watching.Span;
import org.springframework.stereotype.Repository;

/** How many texts left, by the hours in which they are counted anyway. */
@Repository
class SentStore {
    private final DSLContext db;

    SentStore(DSLContext db) {
        this.db = db;
    }

    long since(OrganizationId organization, Instant since) {
        return db.select(coalesce(sum(DELIVERY_COUNTS.TEXTS), inline(BigDecimal.ZERO)))
                .from(DELIVERY_COUNTS)
                .where(DELIVERY_COUNTS.ORGANIZATION_ID.eq(organization))
                .and(DELIVERY_COUNTS.SPAN.eq(Span.HOUR))
                .and(DELIVERY_COUNTS.FROM_AT.ge(since))
                .and(DELIVERY_COUNTS.WHAT.eq(Became.SENT))
                .fetchSingle()
                .value1()
                .longValue();
    }
}
