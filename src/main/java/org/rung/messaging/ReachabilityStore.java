package org.rung.messaging;

import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.time.Instant;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

/** What the carriers said of a number. */
@Repository
class ReachabilityStore {
    private final DSLContext dsl;

    ReachabilityStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Counts a failure; true when it is the {@code enough}-th and makes the number bad, which happens once. */
    boolean failed(OrganizationId organizationId, PhoneNumber phone, String code, int enough, Instant now) {
        int first = dsl.insertInto(UNREACHABLE_PHONES)
                .set(UNREACHABLE_PHONES.ORGANIZATION_ID, organizationId)
                .set(UNREACHABLE_PHONES.PHONE, phone)
                .set(UNREACHABLE_PHONES.ERROR_CODE, code)
                .set(UNREACHABLE_PHONES.TIMES, (short) 1)
                .set(UNREACHABLE_PHONES.BAD, enough <= 1)
                .set(UNREACHABLE_PHONES.SINCE_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
        if (first == 1) {
            return enough <= 1;
        }
        dsl.update(UNREACHABLE_PHONES)
                .set(UNREACHABLE_PHONES.TIMES, UNREACHABLE_PHONES.TIMES.plus(1))
                .set(UNREACHABLE_PHONES.ERROR_CODE, code)
                .where(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(UNREACHABLE_PHONES.PHONE.eq(phone))
                .execute();
        return dsl.update(UNREACHABLE_PHONES)
                        .set(UNREACHABLE_PHONES.BAD, true)
                        .set(UNREACHABLE_PHONES.SINCE_AT, now)
                        .where(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(organizationId))
                        .and(UNREACHABLE_PHONES.PHONE.eq(phone))
                        .and(UNREACHABLE_PHONES.BAD.isFalse())
                        .and(UNREACHABLE_PHONES.TIMES.ge((short) enough))
                        .execute()
                == 1;
    }

    /** A text from a number proves that it lives. */
    void heardFrom(OrganizationId organizationId, PhoneNumber phone) {
        dsl.deleteFrom(UNREACHABLE_PHONES)
                .where(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(UNREACHABLE_PHONES.PHONE.eq(phone))
                .execute();
    }
}
