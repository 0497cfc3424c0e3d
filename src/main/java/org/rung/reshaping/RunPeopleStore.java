package org.rung.reshaping;

import static org.jooq.impl.DSL.count;
import static org.rung.db.Tables.LADDER_RUN_PEOPLE;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.ladder.Forecast;
import org.rung.ladder.Reason;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Whom a draft would move. */
@Repository
class RunPeopleStore {
    private final DSLContext db;

    RunPeopleStore(DSLContext db) {
        this.db = db;
    }

    void add(LadderRun run, List<Forecast> people) {
        if (people.isEmpty()) return;
        var insert = db.insertInto(
                LADDER_RUN_PEOPLE,
                LADDER_RUN_PEOPLE.LADDER_RUN_ID,
                LADDER_RUN_PEOPLE.SUPPORTER_ID,
                LADDER_RUN_PEOPLE.ORGANIZATION_ID,
                LADDER_RUN_PEOPLE.FROM_POSITION,
                LADDER_RUN_PEOPLE.TO_POSITION,
                LADDER_RUN_PEOPLE.STANDS_POSITION,
                LADDER_RUN_PEOPLE.CAUSE);
        for (var one : people) {
            insert = insert.values(
                    run.runId(),
                    one.supporterId(),
                    run.organizationId(),
                    (byte) one.from(),
                    (byte) one.to(),
                    (byte) one.stands(),
                    one.reason().text());
        }
        insert.execute();
    }

    List<RunCount> counts(OrganizationId organization, LadderRunId run) {
        return db.select(LADDER_RUN_PEOPLE.FROM_POSITION, LADDER_RUN_PEOPLE.TO_POSITION, count())
                .from(LADDER_RUN_PEOPLE)
                .where(LADDER_RUN_PEOPLE.LADDER_RUN_ID.eq(run), LADDER_RUN_PEOPLE.ORGANIZATION_ID.eq(organization))
                .groupBy(LADDER_RUN_PEOPLE.FROM_POSITION, LADDER_RUN_PEOPLE.TO_POSITION)
                .orderBy(LADDER_RUN_PEOPLE.TO_POSITION.desc(), LADDER_RUN_PEOPLE.FROM_POSITION.desc())
                .fetch(row -> new RunCount(row.value1(), row.value2(), row.value3()));
    }

    /** @param to the rung they would stand on, as the draft counts; empty for all */
    List<RunPerson> page(
            OrganizationId organization,
            LadderRunId run,
            boolean rises,
            Optional<Integer> to,
            Optional<SupporterId> after,
            int limit) {
        return db.select(
                        LADDER_RUN_PEOPLE.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        LADDER_RUN_PEOPLE.STANDS_POSITION,
                        LADDER_RUN_PEOPLE.TO_POSITION,
                        LADDER_RUN_PEOPLE.CAUSE)
                .from(LADDER_RUN_PEOPLE)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(LADDER_RUN_PEOPLE.SUPPORTER_ID))
                .where(LADDER_RUN_PEOPLE.LADDER_RUN_ID.eq(run), LADDER_RUN_PEOPLE.ORGANIZATION_ID.eq(organization))
                .and(
                        rises
                                ? LADDER_RUN_PEOPLE.TO_POSITION.gt(LADDER_RUN_PEOPLE.FROM_POSITION)
                                : LADDER_RUN_PEOPLE.TO_POSITION.lt(LADDER_RUN_PEOPLE.FROM_POSITION))
                .and(to.map(position -> LADDER_RUN_PEOPLE.TO_POSITION.eq(position.byteValue()))
                        .orElse(DSL.noCondition()))
                .and(after.map(LADDER_RUN_PEOPLE.SUPPORTER_ID::gt).orElse(DSL.noCondition()))
                .orderBy(LADDER_RUN_PEOPLE.SUPPORTER_ID)
                .limit(limit)
                .fetch(row -> new RunPerson(
                        row.value1(),
                        (row.value2() + " " + row.value3()).strip(),
                        row.value4(),
                        row.value5(),
                        Reason.read(row.value6())));
    }
}
