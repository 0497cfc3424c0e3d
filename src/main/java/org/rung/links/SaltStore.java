package org.rung.links;

import static org.rung.db.Tables.LINK_SALTS;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SaltStore {
    private final DSLContext db;

    SaltStore(DSLContext db) {
        this.db = db;
    }

    /** That day's salt: this one, unless another node was first. */
    String saltOf(LocalDate day, String offered) {
        db.insertInto(LINK_SALTS)
                .set(LINK_SALTS.DAY, day)
                .set(LINK_SALTS.SALT, offered)
                .onDuplicateKeyIgnore()
                .execute();
        return db.select(LINK_SALTS.SALT)
                .from(LINK_SALTS)
                .where(LINK_SALTS.DAY.eq(day))
                .fetchSingle(LINK_SALTS.SALT);
    }

    int dropBefore(LocalDate day) {
        return db.deleteFrom(LINK_SALTS).where(LINK_SALTS.DAY.lt(day)).execute();
    }
}
