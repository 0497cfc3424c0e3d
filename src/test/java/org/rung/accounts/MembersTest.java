package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.common.Scopes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

@RungTest
class MembersTest {
    @Autowired
    org.jooq.DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    SignIns signIns;

    @Autowired
    Seats seats;

    @Autowired
    Resets resets;

    @Autowired
    ApiTokens tokens;

    @Autowired
    AuditLog auditLog;

    @Autowired
    org.rung.cast.TestClock clock;

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
    void what_another_server_did_to_a_member_takes_effect_within_seconds() {
        var tess = founding.join(organization, Role.TEXTER);
        var seat = signIns.seat(tess.accountId());
        signIns.lookAgain(seat);

        // Another server writes the same rows, but no announcement of it comes here.
        db.execute(
                "update members set roles = 'TEXTER,ORGANIZER' where member_id = ?",
                tess.memberId().value());
        clock.tick(java.time.Duration.ofSeconds(15));
        signIns.lookAgain(seat);
        assertThat(seat.actor().may(Permission.IMPORT)).isTrue();

        db.execute(
                "update members set suspended_at = now() where member_id = ?",
                tess.memberId().value());
        signIns.lookAgain(seat);
        assertThat(seat.ended()).isFalse();
        clock.tick(java.time.Duration.ofSeconds(15));
        signIns.lookAgain(seat);
        assertThat(seat.ended()).isTrue();
    }

    @Test
    void a_password_changed_on_another_server_ends_the_seats_here() {
        var tess = founding.join(organization, Role.TEXTER);
        var seat = signIns.seat(tess.accountId());
        signIns.lookAgain(seat);
        db.execute(
                "update accounts set password_hash = '{noop}else' where account_id = ?",
                tess.accountId().value());

        clock.tick(java.time.Duration.ofSeconds(15));
        signIns.lookAgain(seat);

        assertThat(seat.ended()).isTrue();
    }

    @Test
    void a_suspended_members_session_ends_and_their_password_lets_them_in_no_more() {
        var tess = founding.join(organization, Role.TEXTER);
        var session = new MockHttpSession();
        var seat = signIns.seat(tess.accountId());
        seats.take(session, seat);

        members.suspend(admin, tess.memberId());

        assertThat(seat.ended()).isTrue();
        assertThat(seat.getAuthorities()).isEmpty();
        Awaitility.await().until(session::isInvalid);
        assertThatThrownBy(() -> signIns.seat(tess.accountId())).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void whom_another_server_suspends_sees_nothing_more_here_though_they_touch_nothing() {
        var tess = founding.join(organization, Role.TEXTER);
        var session = new MockHttpSession();
        var seat = signIns.seat(tess.accountId());
        seats.take(session, seat);

        db.execute(
                "update members set suspended_at = ? where member_id = ?",
                "2026-10-13 16:00:00",
                tess.memberId().value());

        Awaitility.await().until(session::isInvalid);
        assertThat(seat.ended()).isTrue();
    }

    @Test
    void let_in_again_one_signs_in_as_before() {
        var tess = founding.join(organization, Role.TEXTER);
        members.suspend(admin, tess.memberId());

        members.restore(admin, tess.memberId());

        assertThat(signIns.seat(tess.accountId()).actor().memberId()).isEqualTo(tess.memberId());
    }

    @Test
    void new_roles_reach_a_session_that_is_open() {
        var tess = founding.join(organization, Role.TEXTER);
        var seat = signIns.seat(tess.accountId());
        seats.take(new MockHttpSession(), seat);

        members.changeRoles(admin, tess.memberId(), Roles.of(Role.ORGANIZER));

        assertThat(seat.actor().may(Permission.IMPORT)).isTrue();
        assertThat(seat.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_ORGANIZER");
    }

    @Test
    void the_last_admin_stays_one() {
        assertThatThrownBy(() -> members.suspend(admin, admin.memberId())).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> members.changeRoles(admin, admin.memberId(), Roles.of(Role.TEXTER)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void two_admins_who_suspend_each_other_leave_one() throws Exception {
        var other = Founding.actor(organization, founding.join(organization, Role.ADMIN));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Object> one = () -> suspend(start, admin, other);
            Callable<Object> two = () -> suspend(start, other, admin);
            for (var run : threads.invokeAll(java.util.List.of(one, two))) run.get();
        }

        var left = members.all(admin).stream()
                .filter(member -> member.suspendedAt().isEmpty());
        assertThat(left).hasSize(1);
    }

    private Object suspend(CyclicBarrier start, Actor.Member who, Actor.Member whom) throws Exception {
        start.await();
        try {
            members.suspend(who, whom.memberId());
        } catch (Problem.Conflict lastAdmin) {
            return lastAdmin;
        }
        return whom;
    }

    @Test
    void a_texter_administers_nothing() {
        var tess = Founding.actor(organization, founding.join(organization, Role.TEXTER));

        assertThatThrownBy(() -> members.suspend(tess, admin.memberId())).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> tokens.all(tess)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> auditLog.page(tess, AuditFilter.ALL, Page.Wanted.first(10)))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void nothing_of_one_organization_is_reached_from_another() {
        var tess = founding.join(organization, Role.TEXTER);
        var token = tokens.make(admin, "Site", new Scopes(java.util.Set.of(Permission.SEE_PEOPLE)));
        var stranger = founding.admin(founding.organization());

        Stream.<Runnable>of(
                        () -> members.get(stranger, tess.memberId()),
                        () -> members.suspend(stranger, tess.memberId()),
                        () -> members.restore(stranger, tess.memberId()),
                        () -> members.changeRoles(stranger, tess.memberId(), Roles.of(Role.ADMIN)),
                        () -> resets.make(stranger, tess.memberId()),
                        () -> tokens.revoke(stranger, token.apiTokenId()),
                        () -> organizations.change(stranger, organizations.get(organization)))
                .forEach(crossing -> assertThatThrownBy(crossing::run).isInstanceOf(Problem.Missing.class));
        assertThat(members.all(stranger)).extracting(Member::memberId).doesNotContain(tess.memberId());
        assertThat(tokens.all(stranger)).isEmpty();
        assertThat(members.names(stranger.organization(), java.util.Set.of(tess.memberId())))
                .isEmpty();
        assertThat(auditLog.page(stranger, AuditFilter.ALL, Page.Wanted.first(10))
                        .rows())
                .isEmpty();
        assertThat(tokens.actor(token.text(), "192.0.2.5")).isPresent();
    }

    @Test
    void a_revoked_token_comes_in_no_more() {
        var token = tokens.make(admin, "Site", new Scopes(java.util.Set.of(Permission.SEE_PEOPLE)));
        assertThat(tokens.actor(token.text(), "192.0.2.6"))
                .hasValueSatisfying(actor -> assertThat(actor.organization()).isEqualTo(organization));

        tokens.revoke(admin, token.apiTokenId());

        assertThat(tokens.actor(token.text(), "192.0.2.6")).isEmpty();
        Awaitility.await().until(() -> tokens.all(admin).getFirst().usedAt().isPresent());
    }

    @Test
    void guessing_tokens_closes_the_address() {
        for (int i = 0; i < Attempts.FOR_AN_ADDRESS; i++) tokens.actor("rung_guess" + i, "198.51.100.9");

        assertThatThrownBy(() -> tokens.actor("rung_guess", "198.51.100.9")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void a_reset_link_works_once_and_ends_every_session() {
        var tess = founding.join(organization, Role.TEXTER);
        var seat = signIns.seat(tess.accountId());
        seats.take(new MockHttpSession(), seat);
        var word = word(resets.make(admin, tess.memberId()));

        assertThat(resets.use(word, "a-new-password-then")).isEqualTo(tess.accountId());

        assertThat(seat.ended()).isTrue();
        assertThatThrownBy(() -> resets.use(word, "and-another-password")).isInstanceOf(Problem.Missing.class);
        assertThat(signIns.check(tess.email(), "a-new-password-then", "192.0.2.8"))
                .isEqualTo(tess.accountId());
        assertThatThrownBy(() -> signIns.check(tess.email(), Founding.PASSWORD, "192.0.2.8"))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_reset_link_ends_after_a_day_and_with_the_next_one() {
        var tess = founding.join(organization, Role.TEXTER);
        var first = word(resets.make(admin, tess.memberId()));
        clock.tick(java.time.Duration.ofSeconds(1));
        var second = word(resets.make(admin, tess.memberId()));

        assertThat(resets.open(first)).isFalse();
        assertThat(resets.open(second)).isTrue();
        clock.tick(Resets.VALID);
        assertThat(resets.open(second)).isFalse();
    }

    @Test
    void no_organization_resets_the_password_of_somebody_who_works_in_another_one_too() {
        var tess = founding.join(organization, Role.TEXTER);
        members.join(founding.organization(), "Tess", tess.email(), Optional.empty(), Roles.of(Role.ADMIN));

        assertThatThrownBy(() -> resets.make(admin, tess.memberId())).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void the_log_pages_without_gap_or_repetition() {
        for (int i = 0; i < 7; i++) auditLog.add(admin, "test.did", "test", Optional.of((long) i), "");

        var first = auditLog.page(admin, AuditFilter.ALL, Page.Wanted.first(4));
        var second = auditLog.page(admin, AuditFilter.ALL, new Page.Wanted(first.next(), 4));

        assertThat(Stream.concat(first.rows().stream(), second.rows().stream())
                        .map(row -> row.subjectId().orElseThrow()))
                .containsExactly(6L, 5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(second.next()).isEmpty();
    }

    private static String word(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void the_thousand_and_first_is_found_picked_as_texter_and_suspended() {
        for (int i = 0; i < 1_050; i++)
            db.execute(
                    "insert into accounts (account_id, name, email, created_at) values (?, ?, ?, now(6))",
                    Id.next(),
                    "Member %04d".formatted(i),
                    "m%d-%d@example.org".formatted(i, organization.value()));
        db.execute(
                "insert into members (member_id, organization_id, account_id, roles, joined_at)"
                        + " select account_id, ?, account_id, 'TEXTER', now(6) from accounts where email like ?",
                organization.value(),
                "m%-" + organization.value() + "@example.org");
        assertThat(members.count(admin)).isEqualTo(1_051);

        var zoe = members.search(admin, MemberFilter.of("member 1049"), 0, 10).getFirst();
        assertThat(members.search(admin, MemberFilter.of("M1049-"), 0, 10)).containsExactly(zoe);
        assertThat(members.search(admin, MemberFilter.of("100%"), 0, 10)).isEmpty();
        assertThat(members.search(admin, MemberFilter.of("member"), 1_000, 100)).hasSize(50);
        assertThat(members.find(admin, "M1049-" + organization.value() + "@Example.org"))
                .contains(zoe);

        var texters = MemberFilter.whoMay(Permission.TEXT, Set.of(), "1049");
        assertThat(members.search(admin, texters, 0, 10)).containsExactly(zoe);
        assertThat(members.search(admin, MemberFilter.whoMay(Permission.ADMINISTER, Set.of(), "1049"), 0, 10))
                .isEmpty();
        assertThat(members.search(admin, MemberFilter.whoMay(Permission.TEXT, Set.of(zoe.memberId()), "1049"), 0, 10))
                .isEmpty();
        members.suspend(admin, zoe.memberId());
        assertThat(members.search(admin, texters, 0, 10)).isEmpty();
        assertThat(members.search(admin, MemberFilter.of("1049"), 0, 10))
                .singleElement()
                .satisfies(gone -> assertThat(gone.suspendedAt()).isPresent());

        var seen = new HashSet<MemberId>();
        var page = members.page(admin, Page.Wanted.first(300));
        while (true) {
            page.rows().forEach(row -> assertThat(seen.add(row.memberId())).isTrue());
            if (page.next().isEmpty()) break;
            page = members.page(admin, new Page.Wanted(page.next(), 300));
        }
        assertThat(seen).hasSize(1_051);
        var stranger = founding.admin(founding.organization());
        assertThat(members.search(stranger, MemberFilter.of("1049"), 0, 10)).isEmpty();
        assertThat(members.find(stranger, zoe.memberId())).isEmpty();
    }
}
