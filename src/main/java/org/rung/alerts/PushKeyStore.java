package org.rung.alerts;

import static org.rung.db.Tables.PUSH_KEYS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.accounts.Sealing;
import org.rung.accounts.Secrets;
import org.springframework.stereotype.Repository;

@Repository
class PushKeyStore implements Sealing {
    private static final byte THE_ONE = 1;

    record Pair(String publicKey, String privateSealed) {}

    private final DSLContext db;
    private final Secrets secrets;

    PushKeyStore(DSLContext db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    Optional<Pair> find() {
        return db.select(PUSH_KEYS.PUBLIC_KEY, PUSH_KEYS.PRIVATE_SEALED)
                .from(PUSH_KEYS)
                .fetchOptional(row -> new Pair(row.value1(), row.value2()));
    }

    void keep(String publicKey, String privateSealed, Instant now) {
        db.insertInto(PUSH_KEYS)
                .set(PUSH_KEYS.PUSH_KEY_ID, THE_ONE)
                .set(PUSH_KEYS.PUBLIC_KEY, publicKey)
                .set(PUSH_KEYS.PRIVATE_SEALED, privateSealed)
                .set(PUSH_KEYS.CREATED_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
    }

    @Override
    public Result sealAnew() {
        var former = db.select(PUSH_KEYS.PRIVATE_SEALED)
                .from(PUSH_KEYS)
                .where(PUSH_KEYS.PRIVATE_SEALED.notLike(secrets.beginning() + "%"))
                .fetch(PUSH_KEYS.PRIVATE_SEALED);
        return secrets.anew(
                former,
                (old, anew) -> db.update(PUSH_KEYS)
                                .set(PUSH_KEYS.PRIVATE_SEALED, anew)
                                .where(PUSH_KEYS.PRIVATE_SEALED.eq(old))
                                .execute()
                        > 0);
    }
}
