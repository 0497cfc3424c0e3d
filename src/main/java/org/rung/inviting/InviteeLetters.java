package org.rung.inviting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.Invitations;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.notices.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters to people who were invited: each is put off before it leaves, so that no other server sends it too. */
@Component
class InviteeLetters {
    private static final Logger LOG = LoggerFactory.getLogger(InviteeLetters.class);
    private static final int BATCH = 50;
    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private final InviteeStore store;
    private final Invitations invitations;
    private final Organizations organizations;
    private final Post post;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InviteeLetters(
            InviteeStore store,
            Invitations invitations,
            Organizations organizations,
            Post post,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.organizations = organizations;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many left. */
    int send() {
        if (!post.ready()) return 0;
        var now = clock.instant();
        List<InviteeStore.Due> due = Optional.ofNullable(transaction.execute(during -> {
                    var letters = store.lockDue(now, BATCH);
                    letters.forEach(letter -> store.putOff(
                            letter.inviteeId(), now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(letter.tries(), 6)))));
                    return letters;
                }))
                .orElse(List.of());
        int sent = 0;
        for (var letter : due) if (send(letter)) sent++;
        return sent;
    }

    private boolean send(InviteeStore.Due letter) {
        try {
            var organization = organizations.get(letter.organizationId());
            var language = Locale.of(organization.language());
            var link = invitations.link(new Actor.System(letter.organizationId()), letter.invitation());
            var key = letter.name().isBlank() ? "inviting.letter.nameless" : "inviting.letter";
            post.send(
                    letter.email(),
                    Sentence.of("inviting.letter.subject", organization.name()).in(language),
                    Sentence.of(key, letter.name(), organization.name(), link).in(language));
            transaction.executeWithoutResult(during -> store.sent(letter.inviteeId(), clock.instant()));
            return true;
        } catch (MailException broken) {
            // What the server said may name the address; the kind of fault is enough.
            LOG.warn(
                    "Invitation {} did not leave, try {}: {}",
                    letter.inviteeId(),
                    letter.tries() + 1,
                    broken.getClass().getSimpleName());
            if (letter.tries() + 1 >= MOST_TRIES)
                transaction.executeWithoutResult(during -> store.failed(letter.inviteeId(), clock.instant()));
        } catch (Problem gone) {
            LOG.info("Invitation {} is not there any more", letter.inviteeId());
            transaction.executeWithoutResult(during -> store.failed(letter.inviteeId(), clock.instant()));
        }
        return false;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> invitingLetters(InviteeLetters letters) {
            return Tasks.recurring("inviting-letters", FixedDelay.of(Duration.ofSeconds(15)))
                    .execute((instance, context) -> letters.send());
        }
    }
}
