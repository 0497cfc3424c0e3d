package org.rung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AccountId;
import org.rung.accounts.MenuBadge;
import org.rung.accounts.Seat;
import org.rung.accounts.SignIns;
import org.rung.accounts.WaitingChanged;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class LiveMenusTest {
    @Autowired
    DSLContext db;

    @Autowired
    SignIns signIns;

    /** Whom each query was for. */
    private final List<List<MemberId>> counted = new CopyOnWriteArrayList<>();

    private final LiveMenus menus = new LiveMenus(List.of(new MenuBadge() {
        @Override
        public String path() {
            return "replies";
        }

        @Override
        public Map<MemberId, Integer> counts(OrganizationId organizationId, Collection<Actor.Member> members) {
            counted.add(members.stream()
                    .map(Actor.Member::memberId)
                    .sorted(Comparator.comparingLong(MemberId::value))
                    .toList());
            return Map.of();
        }
    }));

    @AfterEach
    void close() {
        menus.close();
    }

    @Test
    void whatever_changes_within_a_moment_is_one_query_for_those_it_concerns() {
        var here = NewOrganization.with(db);
        var tess = here.member(Role.TEXTER);
        var tom = here.member(Role.TEXTER);
        watch(tess);
        watch(tess);
        watch(tom);

        for (int i = 0; i < 100; i++) {
            menus.changed(new WaitingChanged(tess.organization(), Optional.of(tess.memberId())));
        }

        await().until(() -> !counted.isEmpty());
        menus.changed(new WaitingChanged(tess.organization(), Optional.empty()));
        await().until(() -> counted.size() > 1);
        assertThat(counted).hasSize(2);
        assertThat(counted.getFirst()).containsExactly(tess.memberId());
        assertThat(counted.getLast()).containsExactlyInAnyOrder(tess.memberId(), tom.memberId());
    }

    @Test
    void what_changes_where_nobody_looks_costs_no_query() {
        var tess = NewOrganization.with(db).member(Role.TEXTER);
        var elsewhere = NewOrganization.with(db).member(Role.TEXTER);
        var watching = menus.watch(new UI(), seat(tess), numbers -> {});
        watching.remove();
        watch(elsewhere);

        menus.changed(new WaitingChanged(tess.organization(), Optional.empty()));
        menus.changed(new WaitingChanged(elsewhere.organization(), Optional.empty()));

        await().until(() -> !counted.isEmpty());
        assertThat(counted).containsExactly(List.of(elsewhere.memberId()));
    }

    private void watch(Actor.Member member) {
        menus.watch(new UI(), seat(member), numbers -> {});
    }

    private Seat seat(Actor.Member member) {
        var account = new AccountId(db.fetchOne(
                        "select account_id from members where member_id = ?",
                        member.memberId().value())
                .get(0, Long.class));
        return signIns.seat(account, Optional.of(member.memberId()));
    }
}
