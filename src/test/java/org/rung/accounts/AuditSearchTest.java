package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
@Tag("store")
class AuditSearchTest {
    @Autowired
    AuditLog log;

    @Autowired
    Members members;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ada;

    @BeforeEach
    void an_admin() {
        here = NewOrganization.with(db);
        ada = here.member(Role.ADMIN);
    }

    @Test
    void a_changed_role_is_found_by_its_member_and_opens_to_before_and_after() {
        var tess = here.member(Role.TEXTER);
        var tom = here.member(Role.TEXTER);
        members.changeRoles(ada, tess.memberId(), Roles.of(Role.ORGANIZER));
        members.changeRoles(ada, tom.memberId(), Roles.of(Role.COORDINATOR));

        var found = page(new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new AuditFilter.Subject(
                        "member", Optional.of(tess.memberId().value()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(found)
                .singleElement()
                .satisfies(row -> assertThat(row.changes())
                        .contains(new Changes(List.of(new Changes.Change("roles", "TEXTER", "ORGANIZER")))));
        assertThat(page(words("coordinator")))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.subjectId()).contains(tom.memberId().value()));
        assertThat(page(words("100%"))).isEmpty();
    }

    @Test
    void what_is_the_same_leaves_no_line_and_no_tab_breaks_one() {
        log.add(
                ada,
                "settings.changed",
                "organization",
                Optional.empty(),
                Changes.of()
                        .field("zone", "UTC", "UTC")
                        .field("from", LocalTime.NOON, Optional.of(LocalTime.NOON))
                        .end());
        assertThat(page(AuditFilter.ALL)).isEmpty();
        log.add(
                ada,
                "settings.changed",
                "organization",
                Optional.empty(),
                Changes.of()
                        .field("name", null, "A\tB\nC")
                        .field("longest", "", "x".repeat(9_000))
                        .end());
        assertThat(page(AuditFilter.ALL)).singleElement().satisfies(row -> {
            assertThat(row.changes().orElseThrow().all()).hasSize(2);
            assertThat(row.changes().orElseThrow().all().getFirst()).isEqualTo(new Changes.Change("name", "", "A B C"));
        });
    }

    @Test
    void verbs_of_several_things_are_one_choice() {
        log.add(ada, "gift.matched", "gift", Optional.empty(), "");
        log.add(ada, "standing-gift.stopped", "standing gift", Optional.empty(), "");
        log.add(ada, "giftwrap.torn", "gift", Optional.empty(), "");
        assertThat(page(new AuditFilter(
                        Optional.empty(), Optional.of("gift.,standing-gift."), Optional.empty(), Optional.empty())))
                .extracting(AuditRow::verb)
                .containsExactlyInAnyOrder("gift.matched", "standing-gift.stopped");
    }

    @Test
    void an_export_takes_all_pages_of_its_own_organization_and_is_a_line_itself() {
        for (int i = 0; i < 1_203; i++) log.add(ada, "test.texted", "message", Optional.empty(), "n" + i);
        log.add(NewOrganization.with(db).member(Role.ADMIN), "test.texted", "message", Optional.empty(), "n9999");
        var lines = new ArrayList<AuditRow>();
        log.export(
                ada,
                new AuditFilter(Optional.empty(), Optional.of("test."), Optional.empty(), Optional.empty()),
                lines::add);
        assertThat(lines).hasSize(1_203).extracting(AuditRow::detail).doesNotHaveDuplicates();
        assertThat(page(new AuditFilter(Optional.empty(), Optional.of("audit."), Optional.empty(), Optional.empty())))
                .extracting(AuditRow::verb)
                .containsExactly("audit.exported", "audit.export-begun");
        assertThatThrownBy(() -> log.export(here.member(Role.ORGANIZER), AuditFilter.ALL, lines::add))
                .isInstanceOf(Problem.Refused.class);
    }

    private List<AuditRow> page(AuditFilter filter) {
        return log.page(ada, filter, Page.Wanted.first(100)).rows();
    }

    private static AuditFilter words(String words) {
        return new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words),
                Optional.empty(),
                Optional.empty());
    }
}
