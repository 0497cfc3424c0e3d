package org.rung.texting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Numbers that come onto the do-not-text list. Messaging has cancelled what waited for them; here for good closes all of
 * theirs, one campaign closes its first text, and a day takes first texts from their texters: when it has come, whoever
 * asks for work gets them, and no job has to see to it. Taken off the list, first texts come back.
 */
@Component
class NumbersSuppressed {
    private final SuppressedStore store;
    private final ClosingStore closing;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    NumbersSuppressed(SuppressedStore store, ClosingStore closing, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.closing = closing;
        this.announce = announce;
        this.clock = clock;
    }

    @EventListener
    void changed(SuppressionsChanged change) {
        var here = change.organizationId();
        // Before they lose them.
        List<MemberId> holders = closing.holders(here, change.phones());
        if (!change.added()) {
            store.comeBack(here, change.phones());
        } else {
            store.unsend(here, change.phones());
            switch (change.scope()) {
                case SuppressionScope.ForGood() ->
                    store.close(here, change.phones(), Optional.empty(), clock.instant());
                case SuppressionScope.Within within ->
                    store.close(here, change.phones(), Optional.of(within.occasion()), clock.instant());
                case SuppressionScope.Until until -> store.release(here, change.phones());
            }
        }
        holders.forEach(
                holder -> announce.publishEvent(new ConversationChanged(here, Optional.empty(), Optional.of(holder))));
        announce.publishEvent(new ConversationChanged(here, Optional.empty(), Optional.empty()));
    }
}
