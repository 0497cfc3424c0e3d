package org.rung.senders.simulator;

import static org.rung.db.Tables.SIMULATED_FILES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The files of the simulated network. */
@Repository
@InSimulation
class SimulatedFileStore {
    private final DSLContext dsl;

    SimulatedFileStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(String accountSid, SimulatedFile file, Instant now) {
        dsl.insertInto(SIMULATED_FILES)
                .set(SIMULATED_FILES.FILE_SID, file.sid())
                .set(SIMULATED_FILES.TEXT_SID, file.textSid())
                .set(SIMULATED_FILES.ACCOUNT_SID, accountSid)
                .set(SIMULATED_FILES.TYPE, file.type())
                .set(SIMULATED_FILES.CONTENT, file.content())
                .set(SIMULATED_FILES.CREATED_AT, now)
                .execute();
    }

    Optional<SimulatedFile> find(String accountSid, String sid) {
        return dsl.selectFrom(SIMULATED_FILES)
                .where(SIMULATED_FILES.FILE_SID.eq(sid))
                .and(SIMULATED_FILES.ACCOUNT_SID.eq(accountSid))
                .fetchOptional(SimulatedFileStore::file);
    }

    /** Those of each of these texts. */
    Map<String, List<SimulatedFile>> of(Collection<String> texts) {
        return dsl
                .selectFrom(SIMULATED_FILES)
                .where(SIMULATED_FILES.TEXT_SID.in(texts))
                .orderBy(SIMULATED_FILES.CREATED_AT, SIMULATED_FILES.FILE_SID)
                .fetch(SimulatedFileStore::file)
                .stream()
                .collect(Collectors.groupingBy(SimulatedFile::textSid));
    }

    boolean delete(String accountSid, String sid) {
        return dsl.deleteFrom(SIMULATED_FILES)
                        .where(SIMULATED_FILES.FILE_SID.eq(sid))
                        .and(SIMULATED_FILES.ACCOUNT_SID.eq(accountSid))
                        .execute()
                == 1;
    }

    void forget(Instant before) {
        dsl.deleteFrom(SIMULATED_FILES)
                .where(SIMULATED_FILES.CREATED_AT.lt(before))
                .execute();
    }

    private static SimulatedFile file(Record row) {
        return new SimulatedFile(
                row.get(SIMULATED_FILES.FILE_SID),
                row.get(SIMULATED_FILES.TEXT_SID),
                row.get(SIMULATED_FILES.TYPE),
                row.get(SIMULATED_FILES.CONTENT));
    }
}
