package org.rung.nudges;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.events.EventWhen;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.Shift;
import org.rung.people.OwnLinks;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.settings.RungSettings;
import org.rung.texting.PersonalTexts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes one text, under the rules of every other: consent, hours, and once. */
@Component
class Nudger {
    private final NudgeStore store;
    private final Rsvps rsvps;
    private final Events events;
    private final Supporters supporters;
    private final Organizations organizations;
    private final PersonalTexts texts;
    private final OwnLinks links;
    private final RungSettings settings;
    private final Clock clock;

    Nudger(
            NudgeStore store,
            Rsvps rsvps,
            Events events,
            Supporters supporters,
            Organizations organizations,
            PersonalTexts texts,
            OwnLinks links,
            RungSettings settings,
            Clock clock) {
        this.store = store;
        this.rsvps = rsvps;
        this.events = events;
        this.supporters = supporters;
        this.organizations = organizations;
        this.texts = texts;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** The row that says it is written comes first: killed in between, neither is there; at once on two nodes, one of them waits here. */
    @Transactional
    void write(Nudge nudge) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.hold(nudge.rsvpId());
        Optional<Rsvp> found = rsvps.find(nudge.organizationId(), nudge.rsvpId());
        if (found.isEmpty() || !store.write(nudge, now)) return;
        Rsvp rsvp = found.get();
        Event event = events.find(nudge.organizationId(), rsvp.eventId()).orElseThrow();
        Shift shift = event.shift(rsvp.shiftId()).orElseThrow();
        if (nudge.kind().aboutComing() && !comes(rsvp, event, shift, nudge.kind())) return;
        Supporter who = supporters
                .all(nudge.organizationId(), List.of(rsvp.supporterId()))
                .get(rsvp.supporterId());
        if (who == null) return;
        Organization home = organizations.get(nudge.organizationId());
        String words = filled(event, shift, rsvp, who, home, words(event, nudge.kind(), who.writtenIn(home)));
        if (words.isEmpty()) return;
        phone(rsvp, who)
                .flatMap(phone ->
                        texts.queue(nudge.organizationId(), who, phone, words, nudge.onceKey(), until(nudge, shift)))
                .ifPresent(text -> store.leaves(nudge, text.messageId()));
    }

    /** What guests are told, to one of them. */
    @Transactional
    void tell(GuestMessageStore.Due due, GuestMessageStore told) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.hold(due.rsvpId());
        Optional<Rsvp> found = rsvps.find(due.organizationId(), due.rsvpId());
        if (found.isEmpty() || !told.write(due, now) || found.get().state() != RsvpState.COMING) return;
        Rsvp rsvp = found.get();
        Event event = events.find(due.organizationId(), rsvp.eventId()).orElseThrow();
        Shift shift = event.shift(rsvp.shiftId()).orElseThrow();
        Supporter who = supporters
                .all(due.organizationId(), List.of(rsvp.supporterId()))
                .get(rsvp.supporterId());
        if (who == null) return;
        String words = filled(event, shift, rsvp, who, organizations.get(due.organizationId()), due.words());
        phone(rsvp, who)
                .ifPresent(phone -> texts.queue(
                        due.organizationId(),
                        who,
                        phone,
                        words,
                        "guests:" + due.guestMessageId().value() + ":"
                                + rsvp.rsvpId().value(),
                        shift.endsAt()));
    }

    private static boolean comes(Rsvp rsvp, Event event, Shift shift, NudgeKind kind) {
        boolean happens = event.state() == EventState.PUBLISHED && !shift.cancelled();
        return happens
                && (rsvp.state() == RsvpState.COMING
                        || (kind == NudgeKind.MOVED && rsvp.state().open()));
    }

    /** After this it is of no use: who came is not reminded. */
    private static Instant until(Nudge nudge, Shift shift) {
        return nudge.kind() == NudgeKind.THANKS || nudge.kind() == NudgeKind.MISSED
                ? shift.endsAt().plus(Duration.ofDays(3))
                : shift.startsAt();
    }

    private String words(Event event, NudgeKind kind, Locale language) {
        return Optional.ofNullable(
                        store.words(event.organizationId(), event.eventId()).get(kind))
                .orElseGet(() -> NudgeWords.usual(kind, language));
    }

    String filled(Event event, Shift shift, Rsvp rsvp, Supporter who, Organization home, String words) {
        Locale language = who.writtenIn(home);
        String link = OwnLinks.carriedBy(words)
                ? links.of(new Actor.System(home.organizationId()), who.supporterId())
                        .orElse("")
                : "";
        return NudgeWords.filled(
                words,
                Map.of(
                        "firstName",
                        who.firstName(),
                        "event",
                        event.title(),
                        "when",
                        EventWhen.start(shift, event.zone(), language),
                        "where",
                        event.venue().line(rsvp.state().accepted()),
                        "link",
                        settings.publicUrl() + "/" + EventsPaths.guest(rsvp.token()),
                        "organization",
                        home.name(),
                        OwnLinks.FIELD,
                        link));
    }

    /** The number that they gave, if it is still theirs. */
    static Optional<PhoneNumber> phone(Rsvp rsvp, Supporter who) {
        return rsvp.phone().filter(who.phones()::contains).or(who::textingPhone);
    }
}
