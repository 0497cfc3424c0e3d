package org.rung.messaging;

import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

/** What the carriers said of a number. */
@Repository
class ReachabilityStore {
    private static final Duration FIRST_WAIT = Duration.ofDays(182);

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
                .set(UNREACHABLE_PHONES.ROUNDS, (byte) (enough <= 1 ? 1 : 0))
                .set(UNREACHABLE_PHONES.RECHECK_AT, enough <= 1 ? now.plus(FIRST_WAIT) : null)
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
                        .set(UNREACHABLE_PHONES.RECHECK_AT, waitAfter(now))
                        .set(UNREACHABLE_PHONES.ROUNDS, UNREACHABLE_PHONES.ROUNDS.plus(1))
                        .where(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(organizationId))
                        .and(UNREACHABLE_PHONES.PHONE.eq(phone))
                        .and(UNREACHABLE_PHONES.BAD.isFalse())
                        .and(UNREACHABLE_PHONES.TIMES.ge((short) enough))
                        .execute()
                == 1;
    }

    /** Half a year, then a year, then two, for as long as it stays bad; set before the rounds are counted up. */
    private static Field<Instant> waitAfter(Instant now) {
        return when(UNREACHABLE_PHONES.ROUNDS.le((byte) 0), val(now.plus(FIRST_WAIT), UNREACHABLE_PHONES.RECHECK_AT))
                .when(
                        UNREACHABLE_PHONES.ROUNDS.eq((byte) 1),
                        val(now.plus(FIRST_WAIT.multipliedBy(2)), UNREACHABLE_PHONES.RECHECK_AT))
                .when(
                        UNREACHABLE_PHONES.ROUNDS.eq((byte) 2),
                        val(now.plus(FIRST_WAIT.multipliedBy(4)), UNREACHABLE_PHONES.RECHECK_AT))
                .otherwise(val(now.plus(FIRST_WAIT.multipliedBy(8)), UNREACHABLE_PHONES.RECHECK_AT));
    }

    /** Textable again, but what it did is not forgotten: one more failure is enough. */
    int giveAnotherChance(Instant now, int most) {
        return dsl.update(UNREACHABLE_PHONES)
                .set(UNREACHABLE_PHONES.BAD, false)
                .setNull(UNREACHABLE_PHONES.RECHECK_AT)
                .where(UNREACHABLE_PHONES.RECHECK_AT.le(now))
                .limit(most)
                .execute();
    }

    /** A text from a number proves that it lives. */
    void heardFrom(OrganizationId organizationId, List<PhoneNumber> phones) {
        if (!phones.isEmpty()) {
            dsl.deleteFrom(UNREACHABLE_PHONES)
                    .where(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(organizationId))
                    .and(UNREACHABLE_PHONES.PHONE.in(phones))
                    .execute();
        }
    }
}
