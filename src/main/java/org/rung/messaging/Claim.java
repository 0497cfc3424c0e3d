package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressed;
import org.rung.senders.SenderId;

/** A text that is due, and everything that decides whether it may leave now. */
record Claim(
        OrganizationId organizationId,
        MessageId messageId,
        ThreadId threadId,
        PhoneNumber phone,
        Purpose purpose,
        String body,
        int segments,
        int attempts,
        int mediaCount,
        Optional<Long> topicId,
        Optional<TextingWindow> window,
        Optional<ConsentKind> consent,
        Suppressed suppressed,
        Optional<Long> occasion,
        Optional<String> badCode,
        Optional<SenderId> sender,
        boolean senderPaused,
        boolean forgotten,
        Instant writtenAt) {
    /** As long as the code in it is good. */
    private static final Duration CODE_FOR = Duration.ofMinutes(10);

    /** What becomes of it; the two answers that the carriers ask for leave at any hour and to anyone. */
    ClaimVerdict verdict(Instant now) {
        // Its person was erased while it was on its way, and it came back to the queue.
        if (forgotten || body.isEmpty()) {
            return new ClaimVerdict.Cancel("ERASED");
        }
        if (purpose == Purpose.CODE && !writtenAt.plus(CODE_FOR).isAfter(now)) {
            return new ClaimVerdict.Cancel("EXPIRED");
        }
        if (!answer()) {
            if (consent.isPresent() && consent.get() != ConsentKind.OPTED_IN) {
                return new ClaimVerdict.Cancel("OPTED_OUT");
            }
            if (suppressed(now)) {
                return new ClaimVerdict.Cancel(Texts.SUPPRESSED);
            }
            if (badCode.isPresent()) {
                return new ClaimVerdict.Cancel(badCode.get());
            }
            if (window.isPresent() && !window.get().open(now)) {
                return purpose == Purpose.CODE
                        ? new ClaimVerdict.Cancel("EXPIRED")
                        : new ClaimVerdict.HoldUntil(opening(window.get(), now));
            }
        }
        return sender.isEmpty() || senderPaused ? new ClaimVerdict.Park() : new ClaimVerdict.Send();
    }

    /** Answers were looked at when they were written: whoever wrote may be answered, unless they are never to be texted. */
    private boolean suppressed(Instant now) {
        return switch (purpose) {
            case FIRST_TEXT -> suppressed.keeping(occasion, now).isPresent();
            case REPLY, TEST -> suppressed.forGood();
            case CODE, CONFIRMATION, HELP, INBOUND -> false;
        };
    }

    /** When it must have left; the two answers may leave at any hour. */
    Optional<Instant> closing(Instant now) {
        return answer() ? Optional.empty() : window.map(hours -> hours.closing(now));
    }

    /** Zones that lost their last common hour with a clock change must not hold up everyone else's texts. */
    private static Instant opening(TextingWindow window, Instant now) {
        try {
            return window.nextOpening(now);
        } catch (Problem.Invalid never) {
            return now.plus(Duration.ofDays(1));
        }
    }

    boolean answer() {
        return purpose == Purpose.CONFIRMATION || purpose == Purpose.HELP;
    }
}
