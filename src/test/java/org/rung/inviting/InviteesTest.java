package org.rung.inviting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.Invitations;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** People invited from a list, each by a link of their own. */
@RungTest
@Tag("store")
class InviteesTest {
    @Autowired
    Invitees invitees;

    @Autowired
    Invitations invitations;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    private NewOrganization here;
    private Actor.Member ora;

    @BeforeEach
    void anOrganization() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    private static String address() {
        return "kit" + Id.next() + "@example.org";
    }

    private static InviteeDraft person(String email) {
        return new InviteeDraft("Kit Lee", Optional.of(new EmailAddress(email)), Optional.empty());
    }

    private Invitee only() {
        return invitees.page(ora, Page.Wanted.first(10)).rows().getFirst();
    }

    private String word() {
        return invitees.link(ora, only()).replaceFirst(".*/", "");
    }

    @Test
    void each_gets_a_link_of_their_own_that_is_good_for_one() {
        Invited done = invitees.invite(ora, List.of(person(address()), person(address())), Optional.empty());

        assertThat(done.invited()).hasSize(2);
        assertThat(invitees.page(ora, Page.Wanted.first(10)).rows())
                .extracting(Invitee::invitation)
                .doesNotHaveDuplicates();
        assertThat(invitations.open(ora)).allMatch(one -> one.maxUses() == 1);
    }

    @Test
    void one_sees_who_opened_it_and_who_joined() {
        invitees.invite(ora, List.of(person(address())), Optional.empty());
        assertThat(only().open()).isTrue();
        invitations.open(word());
        assertThat(only().state()).isEqualTo(InviteeState.OPENED);

        invitations.accept(word(), "Kit Lee", address(), "a long enough password", "203.0.113." + (Id.next() & 127));
        assertThat(only().state()).isEqualTo(InviteeState.JOINED);
        assertThatThrownBy(() -> invitees.again(ora, only().inviteeId())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void whoever_is_invited_already_or_twice_in_a_list_gets_one_invitation() {
        String email = address();
        Invited first = invitees.invite(ora, List.of(person(email), person(email)), Optional.empty());
        assertThat(first.invited()).hasSize(1);
        Invited second = invitees.invite(ora, List.of(person(email)), Optional.empty());
        assertThat(second.invited()).isEmpty();
        assertThat(second.before()).isOne();
    }

    @Test
    void two_organizers_with_the_same_list_at_once_invite_each_once() throws Exception {
        String email = address();
        Callable<Integer> invite = () -> invitees.invite(ora, List.of(person(email)), Optional.empty())
                .invited()
                .size();
        assertThat(AtOnce.all(List.of(invite, invite))).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void a_withdrawn_link_leads_nowhere_and_they_can_be_invited_again() {
        invitees.invite(ora, List.of(person(address())), Optional.empty());
        String word = word();
        invitees.withdraw(ora, only().inviteeId());
        invitees.withdraw(ora, only().inviteeId());
        assertThat(only().state()).isEqualTo(InviteeState.WITHDRAWN);
        assertThatThrownBy(() -> invitations.open(word)).isInstanceOf(Problem.Conflict.class);

        invitees.again(ora, only().inviteeId());
        assertThat(only().open()).isTrue();
        assertThat(word()).isNotEqualTo(word);
    }

    @Test
    void a_link_that_nobody_took_expires() {
        invitees.invite(ora, List.of(person(address())), Optional.empty());
        clock.tick(Duration.ofDays(15));
        assertThat(only().state()).isEqualTo(InviteeState.EXPIRED);
    }

    @Test
    void a_number_alone_is_texted_from_ones_own_phone() {
        Invited done = invitees.invite(
                ora, List.of(new InviteeDraft("Bo", Optional.empty(), Optional.of(Phones.fresh()))), Optional.empty());
        assertThat(done.byHand()).isOne();
        assertThat(only().state()).isEqualTo(InviteeState.BY_HAND);
    }

    @Test
    void too_many_at_once_are_refused_and_so_is_who_may_not_invite() {
        var many = IntStream.range(0, 201).mapToObj(i -> person(address())).toList();
        assertThatThrownBy(() -> invitees.invite(ora, many, Optional.empty())).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> invitees.invite(ora, List.of(), Optional.empty()))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(
                        () -> invitees.invite(here.member(Role.TEXTER), List.of(person(address())), Optional.empty()))
                .isInstanceOf(Problem.Refused.class);
        invitees.invite(ora, List.of(person(address())), Optional.empty());
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        assertThat(invitees.page(elsewhere, Page.Wanted.first(10)).rows()).isEmpty();
        assertThatThrownBy(() -> invitees.withdraw(elsewhere, only().inviteeId()))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_list_is_read_as_people_paste_it() {
        var read = InviteeLines.read(
                "Name,E-mail,Mobile\nTess Rivera, tess@example.org\n\"Lee, Kit\";(510) 555-0142\n"
                        + "Bo Park <bo@example.org>\nnobody at all\n",
                "US");
        assertThat(read.people()).hasSize(3);
        assertThat(read.people().getFirst().name()).isEqualTo("Tess Rivera");
        assertThat(read.people().get(1).phone()).isPresent();
        assertThat(read.people().get(2).email()).contains(new EmailAddress("bo@example.org"));
        assertThat(read.unread()).containsExactly("nobody at all");
    }
}
