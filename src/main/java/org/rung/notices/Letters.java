package org.rung.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rung.common.Sentence;
import org.rung.database.Anew;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends admins what they are to know, outside any transaction; what does not leave is tried again for a day. */
@Component
class Letters {
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    /** Doubling from a minute, the eleventh would leave more than a day later. */
    private static final int MOST_TRIES = 11;

    private static final int BATCH = 50;

    private final LetterStore store;
    private final Post post;
    private final RungSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Letters(LetterStore store, Post post, RungSettings settings, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.post = post;
        this.settings = settings;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** Those that are due. Each is put off before it leaves, so that no other server sends it too. */
    void send() {
        if (!post.ready()) return;
        var now = clock.instant();
        var due = Optional.ofNullable(transaction.execute(status -> {
                    var letters = store.lockDue(now, BATCH);
                    letters.forEach(letter -> store.tryAgain(
                            letter,
                            letter.tries() + 1 < MOST_TRIES
                                    ? Optional.of(now.plus(FIRST_WAIT.multipliedBy(1L << letter.tries())))
                                    : Optional.empty()));
                    return letters;
                }))
                .orElse(List.of());
        due.forEach(this::send);
    }

    private void send(Letter letter) {
        var words = Sentence.said(letter.sentence(), letter.language());
        var link = settings.publicUrl() + "/" + letter.link().orElse(NoticesPaths.NOTICES);
        try {
            post.send(
                    letter.email(),
                    Sentence.of("notices.mail.subject", letter.organization()).in(letter.language()),
                    Sentence.of("notices.mail.body", words, link, letter.organization())
                            .in(letter.language()));
            transaction.executeWithoutResult(status -> store.sent(letter, clock.instant()));
        } catch (MailException broken) {
            // What the server said may name the address; the kind of fault is enough.
            LOG.warn(
                    "The letter of notice {} did not leave, try {}: {}",
                    letter.noticeId(),
                    letter.tries() + 1,
                    broken.getClass().getSimpleName());
        }
    }
}
