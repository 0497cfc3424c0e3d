package org.rung.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.Secrets;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters that somebody waits for: they leave at once, and what does not is tried again while it is good. */
@Component
class AccountLetters {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLetters.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
    private static final int LONGEST_WAIT = 8;
    private static final int BATCH = 50;

    private final AccountLetterStore store;
    private final Post post;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountLetters(
            AccountLetterStore store,
            Post post,
            Secrets secrets,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.post = post;
        this.secrets = secrets;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** Joins the running transaction, and leaves after its commit. */
    void write(AccountId accountId, String email, String subject, String words, Instant goodUntil) {
        var sealed = secrets.seal(AccountLetter.joined(subject, words));
        store.write(Id.next(), accountId, email, sealed, clock.instant(), goodUntil);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("account-letters").start(AccountLetters.this::sendNow);
            }
        });
    }

    private void sendNow() {
        try {
            send();
        } catch (RuntimeException broken) {
            LOG.warn("Letters about accounts could not leave; a job tries again", broken);
        }
    }

    /** Those that are due. Each is put off before it leaves, so that no other server sends it too. */
    void send() {
        if (!post.ready()) return;
        var now = clock.instant();
        var due = Optional.ofNullable(transaction.execute(during -> {
                    var letters = store.lockDue(now, BATCH);
                    letters.forEach(letter -> store.tryAgain(letter.letterId(), now.plus(wait(letter.tries()))));
                    return letters;
                }))
                .orElse(List.of());
        due.forEach(letter -> send(letter, now));
    }

    private static Duration wait(int tries) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(tries, LONGEST_WAIT));
    }

    private void send(AccountLetter letter, Instant now) {
        if (letter.goodUntil().isAfter(now)) {
            try {
                var joined = secrets.open(letter.sealed());
                post.send(letter.email(), AccountLetter.subject(joined), AccountLetter.words(joined));
            } catch (MailException broken) {
                // What the server said may name the address; the kind of fault is enough.
                LOG.warn(
                        "Letter {} about an account did not leave, try {}: {}",
                        letter.letterId(),
                        letter.tries() + 1,
                        broken.getClass().getSimpleName());
                return;
            } catch (Problem.Refused keyGone) {
                LOG.warn("Letter {} about an account was sealed with a key that is gone", letter.letterId());
            }
        }
        transaction.executeWithoutResult(during -> store.drop(List.of(letter.letterId())));
    }
}
