package org.rung.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.Drafts;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class DuplicatesTest {
    @Autowired
    Duplicates duplicates;

    @Autowired
    Merges merges;

    @Autowired
    Looks looks;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterForms forms;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void an_organization() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
    }

    private SupporterId made(SupporterDraft draft) {
        return forms.add(ora, draft);
    }

    private SupporterId made(String first, String last, String email, String city, String postalCode) {
        return made(Drafts.full(first, last, email, city, postalCode, Set.of(), Map.of(), Phones.fresh()));
    }

    /** With why, as the list says it and as the page of the first says it. */
    private void assertAlike(SupporterId first, SupporterId other, Likeness... why) {
        look();
        assertThat(pairs()).contains(List.of(first, other, Set.of(why)));
        assertThat(duplicates.of(ora, first)).anySatisfy(pair -> {
            assertThat(pair.first().supporterId()).isEqualTo(first);
            assertThat(pair.other().supporterId()).isEqualTo(other);
            assertThat(pair.why()).containsExactlyInAnyOrder(why);
        });
        assertThat(duplicates.of(ora, other)).as("on the other's page, too").anySatisfy(pair -> {
            assertThat(pair.first().supporterId()).isEqualTo(first);
            assertThat(pair.why()).containsExactlyInAnyOrder(why);
        });
    }

    private void look() {
        clock.tick(Duration.ofMinutes(1));
        duplicates.lookAgain(ora);
    }

    private List<List<Object>> pairs() {
        return duplicates.page(ora, Page.Wanted.first(100)).rows().stream()
                .map(pair ->
                        List.<Object>of(pair.first().supporterId(), pair.other().supporterId(), pair.why()))
                .toList();
    }

    @Test
    void one_number_and_names_that_may_be_the_same() {
        var home = Phones.fresh();
        var juan = made(Drafts.of("Juan", "Ruiz", home));
        var initial = made(Drafts.of("J.", "", home, Phones.fresh()));
        assertAlike(juan, initial, Likeness.NUMBER);
    }

    @Test
    void a_household_on_one_number_is_not_one_person() {
        var home = Phones.fresh();
        made(Drafts.of("Juan", "Ruiz", home));
        var rosa = made(Drafts.of("Rosa", "Ruiz", home));
        look();
        assertThat(pairs()).isEmpty();
        assertThat(duplicates.of(ora, rosa)).isEmpty();
    }

    @Test
    void one_email_with_the_same_first_name_says_more_than_with_another() {
        var ana = made("Ana", "Ruiz", "ana@example.org", "", "");
        var anna = made("ÁNA", "Diaz", "ANA@example.org", "", "");
        var bo = made("Bo", "Ruiz", "ana@example.org", "", "");
        assertAlike(ana, anna, Likeness.EMAIL);
        assertAlike(ana, bo, Likeness.EMAIL_OF_ANOTHER_NAME);
        assertThat(pairs().getFirst()).as("the most alike first").isEqualTo(List.of(ana, anna, Set.of(Likeness.EMAIL)));
    }

    @Test
    void one_name_in_one_place() {
        var ana = made("Ana", "Ruiz", "", "Oakland", "94601");
        var again = made("ana", "RUIZ", "", "", "94601");
        var city = made("Ana", "Ruiz", "", "Oakland", "");
        var elsewhere = made("Ana", "Ruiz", "", "Oakland", "94606");
        assertAlike(ana, again, Likeness.NAME_AND_PLACE);
        assertAlike(ana, city, Likeness.NAME_AND_PLACE);
        assertThat(pairs()).doesNotContain(List.of(ana, elsewhere, Set.of(Likeness.NAME_AND_PLACE)));
        assertThat(duplicates.of(ora, ana))
                .noneSatisfy(pair -> assertThat(pair.other().supporterId()).isEqualTo(elsewhere));
    }

    @Test
    void several_reasons_make_one_pair() {
        var ana = made("Ana", "Ruiz", "ana@example.org", "", "94601");
        var again = made("Ana", "Ruiz", "ana@example.org", "", "94601");
        assertAlike(ana, again, Likeness.EMAIL, Likeness.NAME_AND_PLACE);
        assertThat(duplicates.count(ora)).isEqualTo(1);
    }

    @Test
    void what_many_share_is_no_sign() {
        for (int i = 0; i < 12; i++) made("P" + i, "Q" + i, "none@example.org", "", "");
        look();
        assertThat(pairs()).isEmpty();
    }

    @Test
    void told_apart_they_are_not_suggested_again_and_whoever_they_become_neither() {
        var ana = made("Ana", "Ruiz", "ana@example.org", "", "");
        var anna = made("Ana", "Diaz", "ana@example.org", "", "");
        look();
        assertThat(pairs()).hasSize(1);
        duplicates.tellApart(ora, anna, ana);
        duplicates.tellApart(ora, ana, anna);
        assertThat(pairs()).isEmpty();
        look();
        assertThat(pairs()).isEmpty();
        assertThat(duplicates.of(ora, ana)).isEmpty();

        var third = made("Zoe", "Q", "", "", "");
        var merge = merges.merge(
                ora, new MergeDraft(third, anna, Map.of(Part.FIRST_NAME, Side.GONE, Part.EMAIL, Side.GONE), Map.of()));
        look();
        assertThat(pairs()).isEmpty();
        merges.undo(ora, merge);
        look();
        assertThat(pairs()).isEmpty();
        assertThat(db.fetchSingle(
                                "select count(*) from told_apart where organization_id = ?",
                                here.organizationId().value())
                        .get(0, int.class))
                .isEqualTo(1);
    }

    @Test
    void merged_or_changed_a_pair_leaves_the_list() {
        var ana = made("Ana", "Ruiz", "ana@example.org", "", "");
        var anna = made("Ana", "Ruiz", "ana@example.org", "", "");
        var bo = made("Bo", "Chen", "bo@example.org", "", "");
        made("Bo", "Chen", "bo@example.org", "", "");
        look();
        assertThat(pairs()).hasSize(2);
        merges.merge(ora, new MergeDraft(ana, anna, Map.of(), Map.of()));
        assertThat(pairs()).hasSize(1);
        forms.change(
                ora, bo, Drafts.full("Bo", "Chen", "other@example.org", "", "", Set.of(), Map.of(), Phones.fresh()));
        look();
        assertThat(pairs()).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repeats() {
        var drafts = new ArrayList<SupporterDraft>();
        for (int i = 0; i < 50; i++)
            for (int j = 0; j < 2; j++)
                drafts.add(Drafts.full(
                        "P" + i,
                        "Q",
                        "p%d@example.org".formatted(i),
                        "",
                        i % 2 == 0 ? "94601" : "",
                        Set.of(),
                        Map.of(),
                        Phones.fresh()));
        supporters.upsert(ora, drafts, Optional.empty());
        look();
        var seen = new ArrayList<SupporterId>();
        Optional<String> next = Optional.empty();
        do {
            var page = duplicates.page(ora, new Page.Wanted(next, 7));
            page.rows().forEach(pair -> seen.add(pair.other().supporterId()));
            next = page.next();
        } while (next.isPresent());
        assertThat(seen).hasSize(50).doesNotHaveDuplicates();
        assertThatThrownBy(() -> duplicates.page(ora, new Page.Wanted(Optional.of("x"), 7)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void the_look_comes_by_itself_when_somebody_is_new_and_sees_one_organization_at_a_time() {
        var elsewhere = NewOrganization.with(db);
        var cory = elsewhere.member(Role.COORDINATOR);
        made("Ana", "Ruiz", "ana@example.org", "", "");
        forms.add(cory, Drafts.full("Ana", "Ruiz", "ana@example.org", "", "", Set.of(), Map.of(), Phones.fresh()));
        clock.tick(Duration.ofMinutes(10));
        while (looks.some()) {}
        assertThat(pairs()).isEmpty();
        made("Ana", "Ruiz", "ana@example.org", "", "");
        clock.tick(Duration.ofMinutes(10));
        while (looks.some()) {}
        assertThat(pairs()).hasSize(1);
        assertThat(duplicates.page(cory, Page.Wanted.first(10)).rows()).isEmpty();
        assertThat(duplicates.of(cory, onlyOne(cory))).isEmpty();
    }

    private SupporterId onlyOne(Actor actor) {
        return new SupporterId(db.fetchSingle(
                        "select supporter_id from supporters where organization_id = ?",
                        actor.organization().value())
                .get(0, Long.class));
    }

    @Test
    void texters_and_other_organizations_see_and_say_nothing() {
        var ana = made("Ana", "Ruiz", "ana@example.org", "", "");
        var anna = made("Ana", "Ruiz", "ana@example.org", "", "");
        var tess = here.member(Role.TEXTER);
        var there = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> duplicates.page(tess, Page.Wanted.first(1))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> duplicates.of(tess, ana)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> duplicates.lookAgain(tess)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> duplicates.tellApart(tess, ana, anna)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> duplicates.of(there, ana)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> duplicates.tellApart(there, ana, anna)).isInstanceOf(Problem.Missing.class);
    }
}
