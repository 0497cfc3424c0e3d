package org.rung.rsvps;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.events.Event;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing up without an account. Whoever has that number and that first name, or nobody yet, is who comes; nothing that is
 * known of anybody changes by it, and nothing of it is told. An opt-in counts only where nothing is written of the number:
 * what anybody could type lifts nobody's STOP.
 */
@Service
public class SignUps {
    private final Rsvps rsvps;
    private final Supporters supporters;
    private final Consents consents;
    private final Clock clock;

    SignUps(Rsvps rsvps, Supporters supporters, Consents consents, Clock clock) {
        this.rsvps = rsvps;
        this.supporters = supporters;
        this.consents = consents;
        this.clock = clock;
    }

    /** @throws Problem.Conflict when nobody can sign up for it any more */
    @Transactional
    public Rsvp signUp(Event event, SignUp form, RsvpSource source) {
        SupporterId who = who(event, form);
        return rsvps.say(
                new Actor.System(event.organizationId()),
                new RsvpDraft(
                        form.shiftId(),
                        who,
                        RsvpState.COMING,
                        source,
                        Optional.of(form.phone()),
                        form.agreed().isPresent()));
    }

    /** They stand at the door: there is a place for whoever is there, and the hour may be over. */
    @Transactional
    public Rsvp walkIn(Event event, SignUp form, RsvpSource source) {
        SupporterId who = who(event, form);
        return rsvps.walkIn(
                event,
                new RsvpDraft(
                        form.shiftId(),
                        who,
                        RsvpState.COMING,
                        source,
                        Optional.of(form.phone()),
                        form.agreed().isPresent()));
    }

    private SupporterId who(Event event, SignUp form) {
        if (event.shift(form.shiftId()).isEmpty()) throw new Problem.Missing("shift", form.shiftId());
        var script = new Actor.System(event.organizationId());
        SupporterId who = supporters.known(
                event.organizationId(),
                new SupporterDraft(
                        form.firstName(),
                        form.lastName(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        "event",
                        List.of(form.phone()),
                        Set.of(),
                        Map.of()));
        form.agreed()
                .ifPresent(words -> consents.optInAll(
                        script,
                        List.of(form.phone()),
                        ConsentSource.PAGE,
                        words,
                        Optional.of(event.eventId().value()),
                        clock.instant()));
        return who;
    }
}
