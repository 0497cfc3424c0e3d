package org.rung.events;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** An organization that texts, with an organizer and somebody's meeting in three days. */
@RungTest
public abstract class EventStory {
    protected static final ZoneId ZONE = ZoneId.of("America/New_York");
    protected static final Venue LIBRARY =
            new Venue("Eastside library", "12 Elm Street", true, "Step-free", "https://meet.example.org/rent");

    @Autowired
    protected Events events;

    @Autowired
    protected Hosts hosts;

    @Autowired
    protected Rsvps rsvps;

    @Autowired
    protected Supporters supporters;

    @Autowired
    protected Consents consents;

    @Autowired
    protected ApplicationEventPublisher announce;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Senders senders;

    @Autowired
    protected DSLContext db;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected WebApplicationContext house;

    protected NewOrganization here;
    protected Actor.Member ora;
    protected Actor system;

    @BeforeEach
    void theGround() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        system = here.system();
        senders.add(
                system,
                new SenderDraft(
                        "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef",
                        "the-token-of-the-sender",
                        "+14155550100",
                        "The number",
                        false));
    }

    /** At six in the evening, so many days from now. */
    protected Instant evening(int days) {
        return clock.instant()
                .atZone(ZONE)
                .toLocalDate()
                .plusDays(days)
                .atTime(18, 0)
                .atZone(ZONE)
                .toInstant();
    }

    protected ShiftDraft shift(int days, Optional<Integer> capacity) {
        return new ShiftDraft(Optional.empty(), "", evening(days), evening(days).plus(Duration.ofHours(2)), capacity);
    }

    protected Event published(EventDraft draft) {
        EventId id = events.make(ora, draft);
        events.publish(ora, id);
        return events.get(ora, id);
    }

    protected Event meeting(Optional<Integer> capacity) {
        return published(EventDraft.of("Rent meeting", ZONE, LIBRARY, List.of(shift(3, capacity))));
    }

    protected Event meeting() {
        return meeting(Optional.empty());
    }

    /** Somebody in New York who agreed to be texted. */
    protected SupporterId person(String name) {
        return person(name, Phones.fresh());
    }

    protected SupporterId person(String name, PhoneNumber phone) {
        SupporterId who = supporters.known(here.organizationId(), SupporterDraft.of(name, "Okafor", phone));
        db.execute("update supporters set zone = 'America/New_York' where supporter_id = ?", who.value());
        consents.optInAll(
                system, List.of(phone), ConsentSource.IMPORT, "Signed the petition", Optional.empty(), clock.instant());
        return who;
    }

    protected Rsvp comes(SupporterId who, Event event) {
        return says(who, event.shifts().getFirst(), RsvpState.COMING);
    }

    protected Rsvp says(SupporterId who, Shift shift, RsvpState wish) {
        return rsvps.say(system, new RsvpDraft(shift.shiftId(), who, wish, RsvpSource.MEMBER, Optional.empty(), true));
    }

    protected Rsvp now(Rsvp rsvp) {
        return rsvps.get(system, rsvp.rsvpId());
    }

    protected MockMvc browser() {
        return MockMvcBuilders.webAppContextSetup(house).apply(springSecurity()).build();
    }
}
