package org.rung.rsvps.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.events.Event;
import org.rung.events.EventWhen;
import org.rung.events.Events;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.springframework.stereotype.Component;

/** What they said about coming, on the timeline of their page. That they came is told by the deed itself. */
@Component
class RsvpTimeline implements TimelineSource {
    private final Rsvps rsvps;
    private final Events events;

    RsvpTimeline(Rsvps rsvps, Events events) {
        this.rsvps = rsvps;
        this.events = events;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        if (!actor.may(Permission.SEE_PEOPLE)) return List.of();
        List<Rsvp> theirs = rsvps.of(actor.organization(), supporterId, before, limit);
        var known = events.all(
                actor.organization(),
                theirs.stream().map(Rsvp::eventId).distinct().toList());
        return theirs.stream()
                .flatMap(rsvp ->
                        Optional.ofNullable(known.get(rsvp.eventId())).map(event -> entry(rsvp, event)).stream())
                .toList();
    }

    private static TimelineEntry entry(Rsvp rsvp, Event event) {
        String when = event.shift(rsvp.shiftId())
                .map(shift -> EventWhen.span(shift, event.zone(), Sentences.language()))
                .orElse("");
        // A place that was taken says so also after the day.
        RsvpState said = rsvp.state() == RsvpState.ATTENDED ? RsvpState.COMING : rsvp.state();
        return new TimelineEntry(
                rsvp.saidAt(),
                "action",
                Sentences.of(Sentence.of("rsvps.timeline." + said, event.title())),
                when,
                said != RsvpState.CANNOT,
                Optional.empty());
    }
}
