package org.rung.texting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentChanged;
import org.rung.messaging.PhoneWentBad;
import org.rung.messaging.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A number that may not or cannot be texted any more: its conversations close in the transaction that says so. */
@Component
class NumbersClosed {

    private final ClosingStore closing;
    private final Texts texts;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    NumbersClosed(ClosingStore closing, Texts texts, ApplicationEventPublisher announce, Clock clock) {
        this.closing = closing;
        this.texts = texts;
        this.announce = announce;
        this.clock = clock;
    }

    /** Messaging has cancelled what waited for these numbers; here their conversations close. */
    @EventListener
    void consentChanged(ConsentChanged change) {
        switch (change.consent()) {
            // What they did by it is written down where their word is heard, see OptIns.
            case OPTED_IN -> {}
            case OPTED_OUT -> close(change, ClosedReason.OPTED_OUT);
            case WRONG_NUMBER -> close(change, ClosedReason.WRONG_NUMBER);
        }
    }

    private void close(ConsentChanged change, ClosedReason reason) {
        closing.closeOf(change.organizationId(), change.phones(), reason, clock.instant());
        for (MemberId holder : closing.holders(change.organizationId(), change.phones())) {
            announce.publishEvent(
                    new ConversationChanged(change.organizationId(), Optional.empty(), Optional.of(holder)));
        }
    }

    @EventListener
    void phoneWentBad(PhoneWentBad bad) {
        List<PhoneNumber> phone = List.of(bad.phone());
        closing.closeOf(bad.organizationId(), phone, ClosedReason.BAD_NUMBER, clock.instant());
        texts.cancelUnclaimed(bad.organizationId(), closing.waitingTexts(bad.organizationId(), phone));
        for (MemberId holder : closing.holders(bad.organizationId(), phone)) {
            announce.publishEvent(new ConversationChanged(bad.organizationId(), Optional.empty(), Optional.of(holder)));
        }
    }
}
