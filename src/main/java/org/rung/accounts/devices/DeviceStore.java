package org.rung.accounts.devices;

import static org.rung.db.Tables.REMEMBERED_DEVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.rung.accounts.AccountId;
import org.rung.accounts.DeviceId;
import org.rung.accounts.LinkWord;
import org.springframework.stereotype.Repository;

@Repository
class DeviceStore {
    /** A device as it stands, with the hashes of the words that let in. */
    record Standing(
            DeviceId deviceId, AccountId accountId, String wordHash, Optional<String> formerHash, Instant usedAt) {
        @Override
        public String toString() {
            return "Standing[" + deviceId + "]";
        }
    }

    private final DSLContext database;

    DeviceStore(DSLContext database) {
        this.database = database;
    }

    void insert(DeviceId deviceId, AccountId accountId, Kept kept, String label, Instant now, Instant expiresAt) {
        database.insertInto(REMEMBERED_DEVICES)
                .set(REMEMBERED_DEVICES.DEVICE_ID, deviceId)
                .set(REMEMBERED_DEVICES.ACCOUNT_ID, accountId)
                .set(REMEMBERED_DEVICES.SERIES_HASH, kept.series().hash())
                .set(REMEMBERED_DEVICES.WORD_HASH, kept.word().hash())
                .set(REMEMBERED_DEVICES.LABEL, label)
                .set(REMEMBERED_DEVICES.CREATED_AT, now)
                .set(REMEMBERED_DEVICES.USED_AT, now)
                .set(REMEMBERED_DEVICES.EXPIRES_AT, expiresAt)
                .execute();
    }

    Optional<Standing> find(LinkWord series, Instant now) {
        return database.select(
                        REMEMBERED_DEVICES.DEVICE_ID,
                        REMEMBERED_DEVICES.ACCOUNT_ID,
                        REMEMBERED_DEVICES.WORD_HASH,
                        REMEMBERED_DEVICES.FORMER_HASH.convertFrom(Optional::ofNullable),
                        REMEMBERED_DEVICES.USED_AT)
                .from(REMEMBERED_DEVICES)
                .where(REMEMBERED_DEVICES.SERIES_HASH.eq(series.hash()))
                .and(REMEMBERED_DEVICES.EXPIRES_AT.gt(now))
                .fetchOptional(Records.mapping(Standing::new));
    }

    /** False when another request was first. */
    boolean turn(DeviceId deviceId, LinkWord from, LinkWord to, Instant now, Instant expiresAt) {
        return database.update(REMEMBERED_DEVICES)
                        .set(REMEMBERED_DEVICES.WORD_HASH, to.hash())
                        .set(REMEMBERED_DEVICES.FORMER_HASH, from.hash())
                        .set(REMEMBERED_DEVICES.USED_AT, now)
                        .set(REMEMBERED_DEVICES.EXPIRES_AT, expiresAt)
                        .where(REMEMBERED_DEVICES.DEVICE_ID.eq(deviceId))
                        .and(REMEMBERED_DEVICES.WORD_HASH.eq(from.hash()))
                        .execute()
                == 1;
    }

    /** The one used last in front. */
    List<RememberedDevice> all(AccountId accountId, Instant now, int most) {
        return database.select(
                        REMEMBERED_DEVICES.DEVICE_ID,
                        REMEMBERED_DEVICES.LABEL,
                        REMEMBERED_DEVICES.CREATED_AT,
                        REMEMBERED_DEVICES.USED_AT,
                        REMEMBERED_DEVICES.EXPIRES_AT)
                .from(REMEMBERED_DEVICES)
                .where(REMEMBERED_DEVICES.ACCOUNT_ID.eq(accountId))
                .and(REMEMBERED_DEVICES.EXPIRES_AT.gt(now))
                .orderBy(REMEMBERED_DEVICES.USED_AT.desc(), REMEMBERED_DEVICES.DEVICE_ID.desc())
                .limit(most)
                .fetch(Records.mapping(RememberedDevice::new));
    }

    boolean forget(AccountId accountId, DeviceId deviceId) {
        return database.deleteFrom(REMEMBERED_DEVICES)
                        .where(REMEMBERED_DEVICES.ACCOUNT_ID.eq(accountId))
                        .and(REMEMBERED_DEVICES.DEVICE_ID.eq(deviceId))
                        .execute()
                == 1;
    }

    int forgetAll(AccountId accountId) {
        return database.deleteFrom(REMEMBERED_DEVICES)
                .where(REMEMBERED_DEVICES.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    int dropBefore(Instant expired, int most) {
        return database.deleteFrom(REMEMBERED_DEVICES)
                .where(REMEMBERED_DEVICES.EXPIRES_AT.lt(expired))
                .limit(most)
                .execute();
    }
}
