package org.rung.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.notices.Notice;
import org.rung.notices.Notices;
import org.springframework.beans.factory.annotation.Autowired;

/** Admins hear that their numbers fill up while there is time to register another. */
@RungTest
class SenderRoomsTest {
    @Autowired
    DSLContext db;

    @Autowired
    Senders senders;

    @Autowired
    SenderRooms rooms;

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    Actor.Member ada;
    SenderId number;

    @BeforeEach
    void an_admin_with_a_number() {
        clock.set(TestClock.TUESDAY_NOON);
        ada = NewOrganization.with(db).member(Role.ADMIN);
        number = number("+15105550151");
    }

    @Test
    void at_four_fifths_of_all_places_admins_are_told_once_until_there_is_room_again() {
        people(number, 159);
        rooms.look();
        assertThat(notices.unread(ada, 9)).isEmpty();

        people(number, 1);
        rooms.look();
        rooms.look();
        assertThat(notices.unread(ada, 9)).singleElement().satisfies(notice -> {
            assertThat(words(notice)).contains("meant for 200 people").contains("four fifths");
            assertThat(notice.times()).isEqualTo(1);
        });

        number("+15105550152");
        assertThat(notices.unread(ada, 9)).as("there is room for 240 now").isEmpty();
    }

    @Test
    void a_service_that_gets_more_numbers_has_room_again_at_once() {
        senders.retire(ada, number);
        var service = number("MG%032x".formatted(Id.next()));
        people(service, 180);
        rooms.look();
        assertThat(notices.unread(ada, 9)).hasSize(1);

        senders.pace(ada, service, new Pacing(SenderKind.SERVICE, Optional.empty(), 2, "", "", Optional.empty()));

        assertThat(notices.unread(ada, 9)).isEmpty();
    }

    @Test
    void retiring_a_number_may_leave_too_little_room_and_is_told_at_once() {
        var other = number("+15105550153");
        people(number, 170);
        rooms.look();
        assertThat(notices.unread(ada, 9)).isEmpty();

        senders.retire(ada, other);

        assertThat(notices.unread(ada, 9)).hasSize(1);
    }

    @Test
    void the_last_place_is_a_notice_of_its_own() {
        people(number, 160);
        rooms.look();
        people(number, 40);
        rooms.look();

        assertThat(notices.unread(ada, 9))
                .singleElement()
                .satisfies(notice -> assertThat(words(notice)).contains("no place is left"));
    }

    @Test
    void an_overfull_number_takes_no_room_from_an_empty_one() {
        people(number, 500);
        number("+15105550154");

        rooms.look();

        assertThat(notices.unread(ada, 9)).isEmpty();
    }

    @Test
    void a_short_code_takes_anyone_and_never_runs_out() {
        people(number, 200);
        senders.add(
                ada,
                new SenderDraft(
                        "AC%032x".formatted(Id.next()), "0123456789abcdef0123456789abcdef", "72975", "", false));

        rooms.look();

        assertThat(notices.unread(ada, 9)).isEmpty();
    }

    @Test
    void who_has_seen_to_it_is_reminded_after_a_week_and_not_every_quarter_of_an_hour() {
        people(number, 160);
        rooms.look();
        notices.settle(ada, notices.unread(ada, 9).getFirst().noticeId());
        clock.tick(Duration.ofMinutes(15));
        rooms.look();
        assertThat(notices.unread(ada, 9)).isEmpty();

        clock.tick(Duration.ofDays(7));
        rooms.look();

        assertThat(notices.unread(ada, 9)).hasSize(1);
    }

    @Test
    void only_admins_ask_and_only_about_their_own() {
        people(number, 3);
        var stranger = NewOrganization.with(db).member(Role.ADMIN);
        var ora = new NewOrganization(ada.organization(), db).member(Role.ORGANIZER);

        assertThat(rooms.of(ada).get(number).people()).isEqualTo(3);
        assertThat(rooms.of(stranger)).isEmpty();
        assertThatThrownBy(() -> rooms.of(ora)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void what_does_not_fit_the_address_is_refused() {
        var service = new Pacing(SenderKind.SERVICE, Optional.empty(), 40, "US", "510", Optional.empty());
        var registered = new Pacing(
                SenderKind.TOLL_FREE,
                Optional.empty(),
                1,
                "US",
                "510",
                Optional.of(new Registration("Neighbors", "CNO1", CarrierClass.A)));

        assertThatThrownBy(() -> senders.pace(ada, number, service))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("kind"));
        assertThatThrownBy(() -> senders.pace(ada, number, registered))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("code"));
    }

    private static String words(Notice notice) {
        return notice.in(Locale.ENGLISH);
    }

    private SenderId number(String address) {
        return senders.add(
                ada,
                new SenderDraft(
                        "AC%032x".formatted(Id.next()), "0123456789abcdef0123456789abcdef", address, "", false));
    }

    private void people(SenderId sender, int people) {
        for (int i = 0; i < people; i++) {
            db.execute(
                    "insert into threads (thread_id, organization_id, phone, sender_id, created_at) values (?, ?, ?, ?, ?)",
                    Id.next(),
                    ada.organization().value(),
                    Phones.fresh().text(),
                    sender.value(),
                    "2026-10-01 12:00:00");
        }
    }
}
