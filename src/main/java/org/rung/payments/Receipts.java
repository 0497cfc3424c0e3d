package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.giving.GiftRow;
import org.rung.giving.Gifts;
import org.rung.notices.Post;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Receipts by e-mail, to those who gave one when they paid; tried again for a day where the mail server refuses. */
@Component
class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final int TRIES = 9;

    private final ThanksStore store;
    private final StandingStore standings;
    private final Gifts gifts;
    private final Organizations organizations;
    private final Post post;
    private final RungSettings settings;
    private final Clock clock;

    Receipts(
            ThanksStore store,
            StandingStore standings,
            Gifts gifts,
            Organizations organizations,
            Post post,
            RungSettings settings,
            Clock clock) {
        this.store = store;
        this.standings = standings;
        this.gifts = gifts;
        this.organizations = organizations;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    /** At most so many; false when there were none, or nothing can be mailed. */
    boolean send(int most) {
        if (!post.ready()) return false;
        var due = store.mailsDue(now(), most);
        due.forEach(this::send);
        return !due.isEmpty();
    }

    private void send(ThanksStore.Owed owed) {
        if (!store.takeMail(owed, now())) return;
        GiftRow gift = gifts.get(new Actor.System(owed.organizationId()), owed.giftId());
        // Erased since, or it went back: there is nobody to write to, or nothing to write of.
        if (gift.giver().email().isEmpty() || gift.keptMinor() == 0) {
            store.giveBackMail(owed, Optional.empty());
            return;
        }
        var letter = ReceiptLetter.of(
                gift,
                organizations.get(owed.organizationId()),
                gift.monthlyKey()
                        .map(key -> key.substring(PaymentBooks.key("").length()))
                        .flatMap(id -> standings.bySubscription(owed.organizationId(), id))
                        .map(standing -> settings.publicUrl() + "/" + PaymentsPaths.standing(standing.token())),
                Locale.of(owed.language()));
        try {
            post.send(gift.giver().email(), letter.subject(), letter.words());
        } catch (MailException broken) {
            // What the server said may name the address; the kind of fault is enough.
            LOG.warn(
                    "The receipt of {} did not leave: {}",
                    owed.giftId(),
                    broken.getClass().getSimpleName());
            store.giveBackMail(
                    owed,
                    owed.tries() + 1 >= TRIES
                            ? Optional.empty()
                            : Optional.of(now().plus(FIRST.multipliedBy(1L << owed.tries()))));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
