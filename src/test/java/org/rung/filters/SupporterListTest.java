package org.rung.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class SupporterListTest {
    @Autowired
    SupporterList list;

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

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void an_organization() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    @Test
    void pages_stay_where_they_are_while_people_come_in() {
        for (var order : SupporterOrder.values()) {
            here = NewOrganization.with(db);
            ora = here.member(Role.ORGANIZER);
            var before = new HashSet<SupporterId>();
            for (var i = 0; i < 25; i++) before.add(forms.add(ora, Drafts.of("N" + i % 4, "L" + i % 3)));
            var seen = new ArrayList<SupporterId>();
            var after = Optional.<String>empty();
            do {
                var page = list.page(ora, SupporterFilter.EVERYONE, order, new Page.Wanted(after, 7));
                page.rows().forEach(row -> seen.add(row.supporterId()));
                after = page.next();
                forms.add(ora, Drafts.of("N1", "L1"));
            } while (after.isPresent());
            assertThat(seen).as(order.name()).doesNotHaveDuplicates().containsAll(before);
        }
        assertThatThrownBy(() -> list.page(ora, SupporterFilter.EVERYONE, new Page.Wanted(Optional.of("nonsense!"), 5)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void search_finds_accented_names_numbers_and_mail_by_their_start() {
        var phone = Phones.fresh();
        var jose =
                forms.add(ora, Drafts.full("José Luis", "Núñez", "jl@example.org", "", "", Set.of(), Map.of(), phone));
        forms.add(ora, Drafts.of("Josefa", "Marsh"));
        for (var words : List.of(
                "jose luis",
                "nunez",
                "Nuñ",
                "jose luis nun",
                "núñez, josé",
                "JL@exam",
                phone.text(),
                phone.text().substring(2),
                phone.text().substring(1, 9))) {
            assertThat(found(words)).as(words).containsExactly(jose);
        }
        assertThat(found("jose")).hasSize(2);
        assertThat(found("%")).isEmpty();
        assertThat(found("_ose")).isEmpty();
        assertThat(list.count(ora, new SupporterFilter("jose", List.of()))).isEqualTo(2);
    }

    @Test
    void a_row_shows_number_consent_and_tags() {
        var phone = Phones.fresh();
        forms.add(ora, Drafts.full("Ana", "Ruiz", "", "Oakland", "", Set.of("host", "bike"), Map.of(), phone));
        consents.record(here.system(), phone, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        assertThat(list.page(ora, SupporterFilter.EVERYONE, Page.Wanted.first(10))
                        .rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.phone()).contains(phone);
                    assertThat(row.consent()).contains(ConsentKind.OPTED_IN);
                    assertThat(row.tags()).containsExactly("bike", "host");
                });
    }

    @Test
    void a_number_that_moved_up_is_the_one_shown() {
        var old = Phones.fresh();
        var kept = Phones.fresh();
        var ana = forms.add(ora, Drafts.of("Ana", "Ruiz", old, kept));
        supporters.detachPhone(ora, ana, old);
        assertThat(list.page(ora, SupporterFilter.EVERYONE, Page.Wanted.first(10))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.phone()).contains(kept));
    }

    @Test
    void another_organizations_admin_lists_nobody_here() {
        forms.add(ora, Drafts.of("Ana", "Ruiz", Phones.fresh()));
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        assertThat(list.count(mallory, SupporterFilter.EVERYONE)).isZero();
        assertThat(list.page(mallory, SupporterFilter.EVERYONE, Page.Wanted.first(10))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_texter_sees_no_lists() {
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> list.page(tess, SupporterFilter.EVERYONE, Page.Wanted.first(1)))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> list.count(tess, SupporterFilter.EVERYONE)).isInstanceOf(Problem.Refused.class);
    }

    private List<SupporterId> found(String words) {
        return list.page(ora, new SupporterFilter(words, List.of()), Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .toList();
    }
}
