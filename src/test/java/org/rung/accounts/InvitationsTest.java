package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class InvitationsTest {
    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    Invitations invitations;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    OrganizationId organization;
    Actor.Member admin;
    Founding founding;

    @BeforeEach
    void found() {
        founding = new Founding(organizations, members);
        organization = founding.organization();
        admin = founding.admin(organization);
    }

    @Test
    void of_many_who_race_for_the_last_place_one_gets_it_and_no_account_is_left_over() throws Exception {
        var word = word(invitation(1));
        var racers = 8;
        var start = new CyclicBarrier(racers);
        var emails = new ArrayList<EmailAddress>();
        var runs = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(racers)) {
            for (int i = 0; i < racers; i++) {
                var email = new EmailAddress("racer" + Id.next() + "@example.org");
                emails.add(email);
                Callable<Boolean> race = () -> {
                    start.await();
                    try {
                        invitations.accept(word, "Racer", email.text(), Founding.PASSWORD, "192.0.2.1");
                        return true;
                    } catch (Problem.Conflict late) {
                        return false;
                    }
                };
                runs.add(threads.submit(race));
            }
        }

        var in = 0;
        for (var run : runs) if (run.get()) in++;

        assertThat(in).isEqualTo(1);
        assertThat(members.all(admin)).hasSize(2);
        assertThat(emails.stream().filter(email -> accounts.named(email).isPresent()))
                .hasSize(1);
    }

    @Test
    void an_expired_link_lets_nobody_in() {
        var word = word(invitation(5));
        clock.tick(Duration.ofDays(7));

        assertThatThrownBy(() -> join(word))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("expired");
    }

    @Test
    void a_link_that_was_taken_back_lets_nobody_in() {
        var id = invitation(5);
        var word = word(id);

        invitations.revoke(admin, id);

        assertThatThrownBy(() -> join(word))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("taken back");
    }

    @Test
    void a_word_that_nobody_made_is_missing() {
        assertThatThrownBy(() -> join("made-up")).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void whoever_is_a_member_already_takes_no_place() {
        var word = word(invitation(1));
        var member = founding.join(organization, Role.TEXTER);

        assertThat(invitations.accept(word, member.accountId()).memberId()).isEqualTo(member.memberId());

        assertThat(join(word).roles()).isEqualTo(Roles.of(Role.TEXTER));
    }

    @Test
    void an_account_of_elsewhere_joins_by_its_own_password_only() {
        var elsewhere = founding.join(founding.organization(), Role.TEXTER);
        var word = word(invitation(5));

        assertThatThrownBy(() -> invitations.accept(word, "Thief", elsewhere.email(), "another-password", "192.0.2.7"))
                .isInstanceOf(Problem.Refused.class);
        var joined = invitations.accept(word, "", elsewhere.email(), Founding.PASSWORD, "192.0.2.7");

        assertThat(joined.accountId()).isEqualTo(elsewhere.accountId());
        assertThat(accounts.memberships(joined.accountId())).hasSize(2);
    }

    @Test
    void an_organizer_invites_texters_but_no_admins() {
        var organizer = Founding.actor(organization, founding.join(organization, Role.ORGANIZER));

        assertThat(invitations.make(organizer, draft(1, Role.TEXTER))).isNotNull();
        assertThatThrownBy(() -> invitations.make(organizer, draft(1, Role.ADMIN)))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void another_organization_neither_sees_nor_takes_back_a_link() {
        var id = invitation(5);
        var stranger = founding.admin(founding.organization());

        assertThat(invitations.open(stranger)).isEmpty();
        assertThatThrownBy(() -> invitations.link(stranger, id)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> invitations.revoke(stranger, id)).isInstanceOf(Problem.Missing.class);
        assertThat(invitations.open(admin)).hasSize(1);
    }

    private InvitationId invitation(int uses) {
        return invitations.make(admin, draft(uses, Role.TEXTER));
    }

    private static InvitationDraft draft(int uses, Role role) {
        return new InvitationDraft(Roles.of(role), "", uses, Duration.ofDays(7), Optional.empty());
    }

    private String word(InvitationId id) {
        var link = invitations.link(admin, id);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Member join(String word) {
        return invitations.accept(word, "New Body", "n" + Id.next() + "@example.org", Founding.PASSWORD, "192.0.2.2");
    }
}
