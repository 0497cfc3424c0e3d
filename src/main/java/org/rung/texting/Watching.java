package org.rung.texting;

import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What rooms above have against the words that somebody wants to send. */
@Component
class Watching {
    private final List<SendWatch> watches;
    private final ApplicationEventPublisher announce;

    Watching(List<SendWatch> watches, ApplicationEventPublisher announce) {
        this.watches = watches;
        this.announce = announce;
    }

    /**
     * The strictest objection, if there is any.
     *
     * @param sure whoever sends was asked, and means it
     * @throws org.rung.common.Problem.Conflict when they are to be asked
     */
    Optional<Objection> against(Actor actor, String words, boolean sure) {
        Optional<Objection> found = found(actor, words);
        mustBeMeant(found, sure);
        return found;
    }

    Optional<Objection> found(Actor actor, String words) {
        return watches.stream()
                .flatMap(watch -> watch.against(actor.organization(), words).stream())
                .reduce((one, other) -> one.hold() ? one : other);
    }

    static void mustBeMeant(Optional<Objection> found, boolean sure) {
        found.filter(objection -> !objection.hold() && !sure).ifPresent(objection -> {
            throw objection.asked();
        });
    }

    void stored(Actor actor, MessageId message, Objection objection) {
        watches.forEach(watch -> watch.stored(actor.organization(), message, actor.member(), objection));
        // One more text waits for a person: screens that count them look again.
        if (objection.hold()) {
            announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.empty()));
        }
    }
}
