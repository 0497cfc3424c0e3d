package org.rung.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.Comparison;
import org.rung.filters.FilterGroup;
import org.rung.filters.FilterLine;
import org.rung.filters.Match;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterRow;
import org.springframework.beans.factory.annotation.Autowired;

/** Who lives together: at one address however it is written, or with one number. */
@RungTest
class HouseholdsTest {
    private static final FilterLine ONE = new FilterLine("household", "", List.of("FIRST"));

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterForms forms;

    @Autowired
    SupporterList list;

    @Autowired
    Spots spots;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void found() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    @ParameterizedTest
    @CsvSource({
        "'12 North Main Street, Apt. 3', '12 n main st #3', true",
        "'1200 12th Ave', '1200 12th avenue', true",
        "'5 Calle Peña', '5 calle pena', true",
        "'12 Main St Apt 3', '12 Main St Apt 4', false",
        "'12 Main St', '12 Main St Apt 4', false"
    })
    void an_address_is_one_however_it_is_written(String one, String other, boolean same) {
        assertThat(AddressKey.of(one, "94612").equals(AddressKey.of(other, "94612-0001")))
                .isEqualTo(same);
        assertThat(AddressKey.of(one, "94612")).isNotEqualTo(AddressKey.of(one, "94613"));
    }

    @Test
    void a_street_without_a_number_and_an_address_without_a_postal_code_are_nobodys() {
        assertThat(AddressKey.of("Main Street", "94612")).isEmpty();
        assertThat(AddressKey.of("12 Main Street", "")).isEmpty();
        assertThat(AddressKey.of("", "94612")).isEmpty();
    }

    @Test
    void an_import_puts_people_together_and_who_shares_with_one_belongs_to_all() {
        var shared = Phones.fresh();
        var ids = imported(List.of(
                draft("Ana", "12 Main Street", Phones.fresh()),
                draft("Ben", "12 main st.", shared),
                draft("Cam", "", shared),
                draft("Dee", "14 Main Street", Phones.fresh())));
        assertThat(with(ids.get(0))).containsExactly(ids.get(1), ids.get(2));
        assertThat(with(ids.get(2))).containsExactly(ids.get(0), ids.get(1));
        assertThat(with(ids.get(3))).isEmpty();
    }

    @Test
    void who_comes_later_joins_and_who_moves_leaves() {
        var ana = imported(List.of(draft("Ana", "12 Main Street", Phones.fresh())))
                .getFirst();
        var ben = imported(List.of(draft("Ben", "12 Main St", Phones.fresh()))).getFirst();
        assertThat(with(ana)).containsExactly(ben);
        forms.change(ora, ben, Drafts.at("Ben", "94612", new Address("99 Elm Street", Optional.empty())));
        assertThat(with(ana)).isEmpty();
        assertThat(with(ben)).isEmpty();
    }

    @Test
    void a_number_that_is_nobodys_any_more_holds_nobody_together_and_the_erased_are_gone() {
        var shared = Phones.fresh();
        var ids = imported(List.of(draft("Ana", "", shared), draft("Ben", "", shared), draft("Cam", "", shared)));
        supporters.detachPhone(ora, ids.get(0), shared);
        assertThat(with(ids.get(0))).isEmpty();
        assertThat(with(ids.get(1))).containsExactly(ids.get(2));
        supporters.erase(ora, ids.get(1));
        assertThat(with(ids.get(2))).isEmpty();
    }

    @Test
    void a_house_of_many_doors_is_no_household() {
        var drafts = new ArrayList<SupporterDraft>();
        for (int i = 0; i <= Together.MOST; i++) drafts.add(draft("N" + i, "1 Tower Road", Phones.fresh()));
        assertThat(with(imported(drafts).getFirst())).isEmpty();
    }

    @Test
    void a_filter_finds_one_of_each_household_and_never_loses_one() {
        var ids = imported(List.of(
                draft("Ana", "12 Main Street", Phones.fresh()),
                draft("Ben", "12 Main Street", Phones.fresh()),
                draft("Cam", "", Phones.fresh())));
        supporters.tag(ora, List.of(ids.get(1), ids.get(2)), "bike");
        assertThat(ids(new SupporterFilter("", List.of(ONE)))).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
        var bike = new FilterLine("tag", "", List.of("bike"));
        assertThat(ids(new SupporterFilter("", List.of(bike, ONE))))
                .as("Ana has no bike, so Ben stands for them")
                .containsExactlyInAnyOrder(ids.get(1), ids.get(2));
        var rest = new FilterLine("household", "", true, Comparison.IS, List.of("FIRST"));
        assertThat(ids(new SupporterFilter("", List.of(rest)))).containsExactly(ids.get(1));
        var either = new SupporterFilter("", Match.ALL, List.of(new FilterGroup(Match.ANY, List.of(bike, ONE))));
        assertThatThrownBy(() -> ids(either)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void households_end_at_the_organization() {
        var ana = imported(List.of(draft("Ana", "12 Main Street", Phones.fresh())))
                .getFirst();
        var there = NewOrganization.with(db).member(Role.ORGANIZER);
        supporters.upsert(there, List.of(draft("Ben", "12 Main Street", Phones.fresh())), Optional.empty());
        assertThat(with(ana)).isEmpty();
        assertThat(supporters.household(there, ana)).isEmpty();
    }

    @Test
    void who_was_here_before_is_put_on_the_map_and_into_households() {
        var shared = Phones.fresh();
        var ids = imported(List.of(draft("Ana", "", shared), draft("Ben", "", shared)));
        var organization = here.organizationId().value();
        db.execute("update supporters set spot = null where organization_id = ?", organization);
        db.execute("delete from households where organization_id = ?", organization);
        db.execute("insert into spots_to_find (organization_id, after_id) values (?, ?)", organization, Long.MIN_VALUE);
        while (spots.some()) {}
        assertThat(with(ids.getFirst())).containsExactly(ids.getLast());
        var near = new SupporterFilter("", List.of(new FilterLine("area", "", List.of("near US 94612 1"))));
        assertThat(ids(near)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(spots.some()).as("once").isFalse();
    }

    private static SupporterDraft draft(String name, String line, PhoneNumber phone) {
        return Drafts.at(name, "94612", new Address(line, Optional.empty()), phone);
    }

    private List<SupporterId> imported(List<SupporterDraft> drafts) {
        return supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
    }

    private List<SupporterId> with(SupporterId person) {
        return supporters.household(ora, person).stream()
                .map(Supporter::supporterId)
                .toList();
    }

    private List<SupporterId> ids(SupporterFilter filter) {
        return list.page(ora, filter, Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .toList();
    }
}
