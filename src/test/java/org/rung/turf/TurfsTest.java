package org.rung.turf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class TurfsTest {
    private static final SupporterFilter BIKERS =
            new SupporterFilter("", List.of(new FilterLine("tag", "", List.of("bike"))));

    @Autowired
    Turfs turfs;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterForms forms;

    @Autowired
    Consents consents;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    NewOrganization here;
    Actor.Member ora;
    PhoneNumber home;
    SupporterId ana;
    SupporterId ben;
    SupporterId cam;

    @BeforeEach
    void a_household_and_a_neighbor() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        home = Phones.fresh();
        ana = person("Ana", "bike", home);
        ben = person("Ben", "bike", home);
        cam = person("Cam", "bike", Phones.fresh());
        consents.record(here.system(), home, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
    }

    @Test
    void a_filter_is_asked_anew_and_a_list_stays_as_it_was() {
        var live = turfs.cut(ora, "Bikers", BIKERS);
        var frozen = turfs.freeze(ora, "Bikers today", BIKERS);
        var few = turfs.list(ora, "Two", List.of(ana, cam));
        person("Dee", "bike", Phones.fresh());
        assertThat(turfs.counted(ora, live).people()).isEqualTo(4);
        assertThat(turfs.counted(ora, frozen).people()).isEqualTo(3);
        assertThat(in(few)).containsExactlyInAnyOrder(ana, cam);
        assertThat(turfs.get(ora, live).filter()).isEqualTo(BIKERS);
        assertThat(turfs.get(ora, live).owner()).contains(ora.memberId());
    }

    @Test
    void a_shared_number_counts_once_and_only_while_it_may_and_can_be_texted() {
        var turf = turfs.cut(ora, "Bikers", BIKERS);
        assertThat(turfs.counted(ora, turf)).isEqualTo(new TurfCount(3, 1));
        var cell = supporters.get(ora, cam).phones().getFirst();
        consents.record(here.system(), cell, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        assertThat(turfs.textable(ora, turf)).isEqualTo(2);
        bad(cell, false);
        assertThat(turfs.textable(ora, turf)).as("failed once is not yet bad").isEqualTo(2);
        bad(cell, true);
        assertThat(turfs.textable(ora, turf)).isEqualTo(1);
        consents.record(here.system(), home, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        assertThat(turfs.textable(ora, turf)).isZero();
        assertThat(turfs.counted(ora, BIKERS)).isEqualTo(new TurfCount(3, 0));
    }

    @Test
    void a_second_number_is_not_texted() {
        var second = Phones.fresh();
        forms.change(ora, cam, Drafts.full("Cam", "", "", "", "", Set.of("bike"), Map.of(), Phones.fresh(), second));
        consents.record(here.system(), second, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        assertThat(turfs.counted(ora, BIKERS).textable()).isEqualTo(1);
    }

    @Test
    void a_select_serves_set_based_statements() {
        var turf = turfs.cut(ora, "Bikers", BIKERS);
        assertThat(in(turf)).containsExactlyInAnyOrder(ana, ben, cam);
    }

    @Test
    void names_owners_and_filters_change_and_a_retired_turf_leaves_the_lists() {
        var turf = turfs.cut(ora, " Bikers ", BIKERS);
        var cory = here.member(Role.COORDINATOR);
        turfs.rename(cory, turf, "Cyclists");
        turfs.give(ora, turf, Optional.of(cory.memberId()));
        turfs.recut(ora, turf, SupporterFilter.EVERYONE);
        assertThat(turfs.all(ora)).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("Cyclists");
            assertThat(each.owner()).contains(cory.memberId());
            assertThat(each.filter().isEveryone()).isTrue();
        });
        turfs.retire(ora, turf);
        assertThat(turfs.all(ora)).isEmpty();
        assertThat(turfs.get(ora, turf).name()).as("campaigns still know it").isEqualTo("Cyclists");
        assertThatThrownBy(() -> turfs.rename(ora, turf, "x")).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void what_makes_no_sense_is_refused_and_leaves_nothing_behind() {
        assertThatThrownBy(() -> turfs.cut(ora, " ", BIKERS)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> turfs.cut(ora, "x".repeat(121), BIKERS)).isInstanceOf(Problem.Invalid.class);
        var moon = new SupporterFilter("", List.of(new FilterLine("moon", "", List.of("full"))));
        assertThatThrownBy(() -> turfs.cut(ora, "Moon", moon)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> turfs.list(ora, "Nobody", List.of())).isInstanceOf(Problem.Invalid.class);
        var list = turfs.list(ora, "One", List.of(ana));
        assertThatThrownBy(() -> turfs.recut(ora, list, BIKERS)).isInstanceOf(Problem.Conflict.class);
        assertThat(turfs.all(ora)).hasSize(1);
    }

    @Test
    void an_erased_person_leaves_every_list() {
        var list = turfs.list(ora, "Two", List.of(ana, cam));
        db.execute("delete from supporters where supporter_id = ?", ana.value());
        assertThat(in(list)).containsExactly(cam);
    }

    @Test
    void another_organization_neither_sees_nor_takes() {
        var turf = turfs.cut(ora, "Bikers", BIKERS);
        var list = turfs.list(ora, "One", List.of(ana));
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        for (var each : List.of(turf, list)) {
            assertThatThrownBy(() -> turfs.get(mallory, each)).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turfs.textable(mallory, each)).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turfs.counted(mallory, each)).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turfs.supporters(mallory.organization(), each))
                    .isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turfs.rename(mallory, each, "mine")).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turfs.recut(mallory, each, SupporterFilter.EVERYONE))
                    .isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turfs.give(mallory, each, Optional.of(mallory.memberId())))
                    .isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> turfs.retire(mallory, each)).isInstanceOf(Problem.Missing.class);
        }
        assertThat(turfs.all(mallory)).isEmpty();
        assertThat(turfs.count(mallory, SupporterFilter.EVERYONE)).isZero();
        assertThatThrownBy(() -> turfs.list(mallory, "Stolen", List.of(ana, ben)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> turfs.give(ora, turf, Optional.of(mallory.memberId())))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_texter_cuts_no_turf() {
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> turfs.cut(tess, "x", BIKERS)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> turfs.all(tess)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> turfs.counted(tess, BIKERS)).isInstanceOf(Problem.Refused.class);
    }

    private List<SupporterId> in(TurfId turf) {
        return transaction.execute(status ->
                db.fetch(turfs.supporters(here.organizationId(), turf)).map(row -> row.value1()));
    }

    private SupporterId person(String name, String tag, PhoneNumber phone) {
        return forms.add(ora, Drafts.full(name, "", "", "", "", Set.of(tag), Map.of(), phone));
    }

    private void bad(PhoneNumber phone, boolean bad) {
        db.execute(
                "insert into unreachable_phones (organization_id, phone, error_code, bad, since_at) values (?, ?, '30005', ?, '2026-01-01')"
                        + " on duplicate key update bad = values(bad)",
                here.organizationId().value(),
                phone.text(),
                bad);
    }
}
