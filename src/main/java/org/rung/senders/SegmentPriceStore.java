package org.rung.senders;

import static org.rung.db.Tables.SEGMENT_PRICES;

import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What a segment costs an organization. */
@Repository
class SegmentPriceStore {
    private final DSLContext dsl;

    SegmentPriceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Optional<SegmentPrice> of(OrganizationId organizationId) {
        return dsl.selectFrom(SEGMENT_PRICES)
                .where(SEGMENT_PRICES.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(row -> new SegmentPrice(
                        row.get(SEGMENT_PRICES.MILLIONTHS),
                        row.get(SEGMENT_PRICES.CURRENCY),
                        Optional.ofNullable(row.get(SEGMENT_PRICES.PICTURE_MILLIONTHS))));
    }

    void put(OrganizationId organizationId, SegmentPrice price) {
        dsl.query(
                        "insert into segment_prices (organization_id, millionths, currency, picture_millionths)"
                                + " values (?, ?, ?, ?) on duplicate key update millionths = values(millionths),"
                                + " currency = values(currency), picture_millionths = values(picture_millionths)",
                        organizationId.value(),
                        price.millionths(),
                        price.currency(),
                        price.picture().orElse(null))
                .execute();
    }
}
