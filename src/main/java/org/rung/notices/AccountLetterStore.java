package org.rung.notices;

import static org.rung.db.Tables.ACCOUNT_LETTERS;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.accounts.AccountId;
import org.springframework.stereotype.Repository;

/** Letters to people about their accounts that are still to leave; those that have are gone. */
@Repository
class AccountLetterStore {
    private final DSLContext db;

    AccountLetterStore(DSLContext db) {
        this.db = db;
    }

    void write(long letterId, AccountId accountId, String email, String sealed, Instant now, Instant goodUntil) {
        db.insertInto(ACCOUNT_LETTERS)
                .set(ACCOUNT_LETTERS.LETTER_ID, letterId)
                .set(ACCOUNT_LETTERS.ACCOUNT_ID, accountId)
                .set(ACCOUNT_LETTERS.EMAIL, email)
                .set(ACCOUNT_LETTERS.SEALED, sealed)
                .set(ACCOUNT_LETTERS.DUE_AT, now)
                .set(ACCOUNT_LETTERS.GOOD_UNTIL_AT, goodUntil)
                .execute();
    }

    /** What is due, locked until the transaction ends; what another server holds is left to it. */
    List<AccountLetter> lockDue(Instant now, int most) {
        return db.select(
                        ACCOUNT_LETTERS.LETTER_ID,
                        ACCOUNT_LETTERS.EMAIL,
                        ACCOUNT_LETTERS.SEALED,
                        ACCOUNT_LETTERS.TRIES,
                        ACCOUNT_LETTERS.GOOD_UNTIL_AT)
                .from(ACCOUNT_LETTERS)
                .where(ACCOUNT_LETTERS.DUE_AT.le(now))
                .orderBy(ACCOUNT_LETTERS.DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new AccountLetter(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    void tryAgain(long letterId, Instant due) {
        db.update(ACCOUNT_LETTERS)
                .set(ACCOUNT_LETTERS.TRIES, ACCOUNT_LETTERS.TRIES.plus(1))
                .set(ACCOUNT_LETTERS.DUE_AT, due)
                .where(ACCOUNT_LETTERS.LETTER_ID.eq(letterId))
                .execute();
    }

    void drop(List<Long> letterIds) {
        db.deleteFrom(ACCOUNT_LETTERS)
                .where(ACCOUNT_LETTERS.LETTER_ID.in(letterIds))
                .execute();
    }
}
