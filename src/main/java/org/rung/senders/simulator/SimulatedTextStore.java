package org.rung.senders.simulator;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.SIMULATED_TEXTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

/** The memory of the simulated network. */
@Repository
@InSimulation
class SimulatedTextStore {
    private final DSLContext dsl;

    SimulatedTextStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(SimulatedText text) {
        dsl.insertInto(SIMULATED_TEXTS)
                .set(SIMULATED_TEXTS.SID, text.sid())
                .set(SIMULATED_TEXTS.ACCOUNT_SID, text.accountSid())
                .set(SIMULATED_TEXTS.PHONE, text.phone())
                .set(SIMULATED_TEXTS.ADDRESS, text.address())
                .set(SIMULATED_TEXTS.OUTBOUND, text.outbound())
                .set(SIMULATED_TEXTS.BODY, text.body())
                .set(SIMULATED_TEXTS.STATUS, text.status())
                .set(SIMULATED_TEXTS.CREATED_AT, text.createdAt())
                .execute();
    }

    void move(String sid, String status, Optional<String> errorCode) {
        dsl.update(SIMULATED_TEXTS)
                .set(SIMULATED_TEXTS.STATUS, status)
                .set(SIMULATED_TEXTS.ERROR_CODE, errorCode.orElse(null))
                .where(SIMULATED_TEXTS.SID.eq(sid))
                .execute();
    }

    Optional<SimulatedText> find(String accountSid, String sid) {
        return dsl.selectFrom(SIMULATED_TEXTS)
                .where(SIMULATED_TEXTS.SID.eq(sid))
                .and(SIMULATED_TEXTS.ACCOUNT_SID.eq(accountSid))
                .fetchOptional(SimulatedTextStore::text);
    }

    /** Newest first. */
    List<SimulatedText> latest(String accountSid, Optional<PhoneNumber> phone, int limit) {
        return dsl.selectFrom(SIMULATED_TEXTS)
                .where(SIMULATED_TEXTS.ACCOUNT_SID.eq(accountSid))
                .and(phone.map(SIMULATED_TEXTS.PHONE::eq).orElse(noCondition()))
                .orderBy(SIMULATED_TEXTS.CREATED_AT.desc())
                .limit(limit)
                .fetch(SimulatedTextStore::text);
    }

    /** Whose number holds these digits, the one with the newest text first. */
    List<PhoneNumber> phones(String accountSid, String digits, int limit) {
        return dsl.select(SIMULATED_TEXTS.PHONE)
                .from(SIMULATED_TEXTS)
                .where(SIMULATED_TEXTS.ACCOUNT_SID.eq(accountSid))
                .and(
                        digits.isEmpty()
                                ? noCondition()
                                : SIMULATED_TEXTS.PHONE.cast(String.class).contains(digits))
                .groupBy(SIMULATED_TEXTS.PHONE)
                .orderBy(max(SIMULATED_TEXTS.CREATED_AT).desc())
                .limit(limit)
                .fetch(SIMULATED_TEXTS.PHONE);
    }

    void forget(Instant before) {
        dsl.deleteFrom(SIMULATED_TEXTS)
                .where(SIMULATED_TEXTS.CREATED_AT.lt(before))
                .execute();
    }

    private static SimulatedText text(Record row) {
        return new SimulatedText(
                row.get(SIMULATED_TEXTS.SID),
                row.get(SIMULATED_TEXTS.ACCOUNT_SID),
                row.get(SIMULATED_TEXTS.PHONE),
                row.get(SIMULATED_TEXTS.ADDRESS),
                row.get(SIMULATED_TEXTS.OUTBOUND),
                row.get(SIMULATED_TEXTS.BODY),
                row.get(SIMULATED_TEXTS.STATUS),
                Optional.ofNullable(row.get(SIMULATED_TEXTS.ERROR_CODE)),
                row.get(SIMULATED_TEXTS.CREATED_AT));
    }
}
