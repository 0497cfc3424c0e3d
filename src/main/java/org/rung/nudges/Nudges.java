package org.rung.nudges;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.events.EventChanged;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.messaging.Texts;
import org.rung.people.OwnLinks;
import org.rung.rsvps.RsvpMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts that leave by themselves about events: what they say, and that they do not leave in vain. */
@Service
public class Nudges {
    /** Longer than any night that holds a text. */
    private static final Duration HELD = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);

    private final NudgeStore store;
    private final Nudger nudger;
    private final Events events;
    private final Texts texts;
    private final OwnLinks links;
    private final AuditLog audit;
    private final Clock clock;

    Nudges(NudgeStore store, Nudger nudger, Events events, Texts texts, OwnLinks links, AuditLog audit, Clock clock) {
        this.store = store;
        this.nudger = nudger;
        this.events = events;
        this.texts = texts;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** What each of them says for this event: its own words, or the usual ones in that language. */
    @Transactional(readOnly = true)
    public Map<NudgeKind, String> words(Actor actor, EventId eventId, Locale language) {
        events.get(actor, eventId);
        Map<NudgeKind, String> words = new EnumMap<>(NudgeKind.class);
        for (NudgeKind kind : NudgeKind.values()) words.put(kind, NudgeWords.usual(kind, language));
        words.putAll(store.words(actor.organization(), eventId));
        return words;
    }

    /**
     * Words of this event's own, at most 600 characters, in which {firstName}, {event}, {when}, {where}, {link},
     * {organization} and, where gifts are taken online, {giveLink} stand for what they name. Empty words: this text is
     * not sent. Nothing: the usual words again. What is written already leaves as it is.
     */
    @Transactional
    public void say(Actor actor, EventId eventId, NudgeKind kind, Optional<String> words) {
        actor.must(Permission.RUN_CAMPAIGNS);
        events.get(actor, eventId);
        words.ifPresent(text -> links.mustBeReadyFor(actor.organization(), text));
        store.say(actor.organization(), eventId, kind, words.map(NudgeWords::checked), clock.instant());
        audit.add(actor, "event.words-changed", "event", Optional.of(eventId.value()), kind.name());
    }

    /** Whoever does not come any more is not reminded. */
    @EventListener
    void moved(RsvpMoved moved) {
        if (!moved.rsvps().isEmpty()) cancel(moved.organizationId(), store.vain(moved.organizationId(), moved.rsvps()));
    }

    /** What says the old time or place does not leave; {@link NudgeKind#MOVED} says the new one. */
    @EventListener
    void moved(EventChanged changed) {
        if (!changed.moved()) return;
        cancel(
                changed.organizationId(),
                store.vain(
                        changed.organizationId(),
                        changed.eventId(),
                        clock.instant().minus(HELD)));
    }

    private void cancel(OrganizationId here, List<MessageId> messages) {
        if (!messages.isEmpty()) texts.cancelUnclaimed(here, messages);
    }

    /** Writes a batch of one kind; false when there are none left. */
    boolean write(NudgeKind kind, int batch) {
        var due = store.due(kind, clock.instant(), batch);
        boolean all = true;
        for (Nudge nudge : due) {
            try {
                nudger.write(nudge);
            } catch (RuntimeException trouble) {
                // The others go on; this one is tried again with the next look.
                LOG.warn("text {} of RSVP {} was not written", nudge.kind(), nudge.rsvpId(), trouble);
                all = false;
            }
        }
        return all && due.size() == batch;
    }
}
