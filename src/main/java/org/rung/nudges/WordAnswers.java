package org.rung.nudges;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.checkin.CheckInDraft;
import org.rung.checkin.CheckInWay;
import org.rung.checkin.CheckIns;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.EventWhen;
import org.rung.events.Events;
import org.rung.events.Shift;
import org.rung.messaging.TextArrived;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.texting.PersonalTexts;
import org.springframework.stereotype.Component;

/** What a texted word does, and what is answered. */
@Component
class WordAnswers {
    /** As many as a text can name. */
    private static final int NAMED = 5;

    /** An answer that could only leave the day after is of no use. */
    private static final Duration USE = Duration.ofHours(24);

    private final Events events;
    private final Rsvps rsvps;
    private final CheckIns checkIns;
    private final QuestionStore questions;
    private final NudgeStore nudges;
    private final Nudger nudger;
    private final PersonalTexts texts;
    private final Supporters supporters;
    private final Organizations organizations;
    private final Consents consents;
    private final Clock clock;

    WordAnswers(
            Events events,
            Rsvps rsvps,
            CheckIns checkIns,
            QuestionStore questions,
            NudgeStore nudges,
            Nudger nudger,
            PersonalTexts texts,
            Supporters supporters,
            Organizations organizations,
            Consents consents,
            Clock clock) {
        this.events = events;
        this.rsvps = rsvps;
        this.checkIns = checkIns;
        this.questions = questions;
        this.nudges = nudges;
        this.nudger = nudger;
        this.texts = texts;
        this.supporters = supporters;
        this.organizations = organizations;
        this.consents = consents;
        this.clock = clock;
    }

    /** @return false where nobody can sign up any more: then a person answers */
    boolean signUp(Event event, TextArrived text, Optional<Integer> wanted) {
        Instant now = clock.instant();
        List<Shift> open = event.open(now).stream()
                .filter(shift -> shift.startsAt().isAfter(now))
                .limit(NAMED)
                .toList();
        if (open.isEmpty()) return false;
        Supporter who = who(event.organizationId(), text);
        Organization home = organizations.get(event.organizationId());
        Locale language = who.writtenIn(home);
        if (wanted.filter(number -> number >= 1 && number <= open.size()).isEmpty() && open.size() > 1) {
            questions.ask(event.organizationId(), text.phone(), event.eventId(), now);
            answer(text, who, which(event, open, language));
            return true;
        }
        Shift shift = open.size() == 1 ? open.getFirst() : open.get(wanted.orElse(1) - 1);
        Rsvp rsvp = rsvps.say(
                new Actor.System(event.organizationId()),
                new RsvpDraft(
                        shift.shiftId(),
                        who.supporterId(),
                        RsvpState.COMING,
                        RsvpSource.WORD,
                        Optional.of(text.phone()),
                        true));
        questions.answered(event.organizationId(), text.phone());
        // The answer is their confirmation: the automatic one does not follow it.
        NudgeKind kind = rsvp.state() == RsvpState.COMING ? NudgeKind.CONFIRM : NudgeKind.WAITING;
        nudges.write(Nudge.of(event.organizationId(), rsvp.rsvpId(), kind, Optional.of(rsvp.saidAt())), now);
        answer(text, who, nudger.filled(event, shift, rsvp, who, home, NudgeWords.usual(kind, language)));
        return true;
    }

    private static String which(Event event, List<Shift> open, Locale language) {
        var lines = new StringBuilder(Sentence.of("nudges.which", event.title()).in(language));
        for (int i = 0; i < open.size(); i++) {
            Shift shift = open.get(i);
            lines.append('\n').append(i + 1).append(") ");
            if (!shift.name().isEmpty()) lines.append(shift.name()).append(", ");
            lines.append(EventWhen.start(shift, event.zone(), language));
        }
        return lines.toString();
    }

    /** They stand at the door and text its number. */
    boolean here(OrganizationId here, String pin, TextArrived text) {
        List<EventId> doors = events.byPin(here, pin, clock.instant().minus(Duration.ofHours(3)));
        if (doors.isEmpty()) return false;
        Event event = events.find(here, doors.getFirst()).orElseThrow();
        Supporter who = who(here, text);
        Organization home = organizations.get(here);
        Locale language = who.writtenIn(home);
        try {
            checkIns.here(
                    event,
                    new CheckInDraft("text-" + text.messageId().text(), came(event, who, text), text.happenedAt()));
            answer(text, who, Sentence.of("nudges.here", event.title()).in(language));
        } catch (Problem.Conflict outsideItsHours) {
            answer(text, who, Sentence.of("nudges.here.early", event.title()).in(language));
        }
        return true;
    }

    /** Whoever said something about a shift of it comes by that; else they are a walk-in. */
    private CheckInDraft.What came(Event event, Supporter who, TextArrived text) {
        return event.shifts().stream()
                .flatMap(shift -> rsvps.of(event.organizationId(), shift.shiftId(), who.supporterId()).stream())
                .filter(rsvp -> rsvp.state() != RsvpState.CANNOT)
                .findFirst()
                .<CheckInDraft.What>map(rsvp -> new CheckInDraft.Came(rsvp.rsvpId(), CheckInWay.WORD))
                .orElseGet(() -> new CheckInDraft.Known(who.supporterId(), text.phone()));
    }

    /** Whoever texts a word of ours agrees to its answers; nothing that is written of the number is lifted by it. */
    private Supporter who(OrganizationId here, TextArrived text) {
        SupporterId who = supporters.known(here, text.phone());
        consents.optInAll(
                new Actor.System(here),
                List.of(text.phone()),
                ConsentSource.REPLY,
                text.body(),
                Optional.empty(),
                text.happenedAt());
        return Objects.requireNonNull(supporters.all(here, List.of(who)).get(who));
    }

    private void answer(TextArrived text, Supporter who, String words) {
        texts.queue(
                text.organizationId(),
                who,
                text.phone(),
                words,
                "word:" + text.messageId().text(),
                clock.instant().plus(USE));
    }
}
