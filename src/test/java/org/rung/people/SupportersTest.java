package org.rung.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Announcements;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class SupportersTest {
    @Autowired
    Supporters supporters;

    @Autowired
    SupporterForms forms;

    @Autowired
    CustomFields fields;

    @Autowired
    Relationships relationships;

    @Autowired
    Consents consents;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    Announcements announcements;

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void an_organization() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    @Test
    void a_household_shares_a_phone_and_each_keeps_a_place_for_it() {
        var home = Phones.fresh();
        var cell = Phones.fresh();
        var ana = forms.add(ora, Drafts.of("Ana", "Ruiz", home));
        var ben = forms.add(ora, Drafts.of("Ben", "Ruiz", cell, home));
        assertThat(supporters.byPhone(ora, home))
                .extracting(Supporter::supporterId)
                .containsExactly(ana, ben);
        assertThat(supporters.get(ora, ben).textingPhone()).contains(cell);
        assertThatThrownBy(() -> forms.add(ora, Drafts.of(" ANÁ ", "R.", home))).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> forms.add(ora, Drafts.of("", "Ruiz", home)))
                .as("a missing name counts as the same")
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_wrong_number_leaves_the_person_and_the_next_phone_moves_up() {
        var home = Phones.fresh();
        var cell = Phones.fresh();
        var work = Phones.fresh();
        var ana = forms.add(ora, Drafts.of("Ana", "Ruiz", home, cell, work));
        var ben = forms.add(ora, Drafts.of("Ben", "Ruiz", home));
        supporters.detachPhone(here.member(Role.TEXTER), ana, home);
        supporters.detachPhone(ora, ana, home);
        assertThat(supporters.get(ora, ana).phones()).containsExactly(cell, work);
        assertThat(supporters.get(ora, ben).phones()).as("Ben still has it").containsExactly(home);
    }

    @Test
    void eight_webhooks_for_one_unknown_number_make_one_person() throws Exception {
        var phone = Phones.fresh();
        var calls = new ArrayList<Callable<SupporterId>>();
        for (var i = 0; i < 8; i++) calls.add(() -> supporters.known(here.organizationId(), phone));
        assertThat(new HashSet<>(AtOnce.all(calls))).hasSize(1);
        assertThat(supporters.byPhone(ora, phone)).singleElement().satisfies(each -> {
            assertThat(each.firstName()).isEmpty();
            assertThat(each.textingPhone()).contains(phone);
        });
    }

    @Test
    void a_known_number_is_whoever_texts_from_it() {
        var phone = Phones.fresh();
        forms.add(ora, Drafts.of("Ana", "Ruiz", Phones.fresh(), phone));
        var ben = forms.add(ora, Drafts.of("Ben", "Ruiz", phone));
        assertThat(supporters.known(here.organizationId(), phone)).isEqualTo(ben);
        var there = NewOrganization.with(db);
        assertThat(supporters.known(there.organizationId(), phone))
                .as("another organization's is another person")
                .isNotEqualTo(ben);
    }

    @Test
    void tags_ignore_case_and_accents_and_go_on_many_at_once() throws Exception {
        var people = new ArrayList<SupporterId>();
        for (var i = 0; i < 5; i++) people.add(forms.add(ora, Drafts.of("P" + i, "", Phones.fresh())));
        AtOnce.<Object>all(() -> tagged(people, "Anfitrión"), () -> tagged(people, " anfitrion "));
        assertThat(supporters.tags(here.organizationId())).hasSize(1);
        assertThat(supporters.all(here.organizationId(), people).values())
                .allSatisfy(each -> assertThat(each.tags()).hasSize(1));
        supporters.untag(ora, people.subList(0, 2), "ANFITRION");
        assertThat(supporters.get(ora, people.get(0)).tags()).isEmpty();
        assertThat(supporters.get(ora, people.get(4)).tags()).hasSize(1);
        assertThatThrownBy(() -> supporters.tag(ora, people, "  ")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_form_says_everything_and_keeps_nothing_it_does_not_say() {
        var local = fields.named(ora, "Union Local");
        var id = forms.add(
                ora,
                Drafts.full(
                        "Ana",
                        "Ruiz",
                        "ana@example.org",
                        "Oakland",
                        "94601",
                        Set.of("host"),
                        Map.of(local.key(), "1021"),
                        Phones.fresh()));
        assertThat(supporters.get(ora, id).fields()).containsEntry("union_local", "1021");
        forms.change(ora, id, Drafts.of("Ana María", "Ruiz"));
        var after = supporters.get(ora, id);
        assertThat(after.firstName()).isEqualTo("Ana María");
        assertThat(after.email()).isEmpty();
        assertThat(after.tags()).isEmpty();
        assertThat(after.fields()).isEmpty();
        assertThat(after.phones()).isEmpty();
        assertThatThrownBy(() -> forms.add(ora, Drafts.of("", ""))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(
                        () -> forms.change(ora, id, Drafts.full("A", "", "", "", "", Set.of(), Map.of("no_such", "x"))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void erasing_takes_everything_but_the_opt_out() {
        var phone = Phones.fresh();
        var local = fields.named(ora, "Local");
        var id =
                forms.add(ora, Drafts.full("Ana", "Ruiz", "", "", "", Set.of("host"), Map.of(local.key(), "7"), phone));
        supporters.note(ora, id, "prefers evenings");
        relationships.know(ora, id, RelationshipKind.FRIEND, 3, Visibility.SHARED);
        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        supporters.erase(ora, id);
        assertThatThrownBy(() -> supporters.get(ora, id)).isInstanceOf(Problem.Missing.class);
        assertThat(supporters.byPhone(ora, phone)).isEmpty();
        for (var table :
                List.of("supporter_phones", "supporter_tags", "supporter_fields", "supporter_notes", "relationships")) {
            assertThat(db.fetchCount(
                            org.jooq.impl.DSL.table(table),
                            org.jooq.impl.DSL.condition(
                                    "organization_id = ?", here.organizationId().value())))
                    .as(table)
                    .isZero();
        }
        assertThat(announcements.of(SupportersErased.class))
                .contains(new SupportersErased(here.organizationId(), Set.of(id)));
        // The same person comes back with a list: their number stays out.
        supporters.upsert(ora, List.of(Drafts.of("Ana", "Ruiz", phone)), Optional.empty());
        consents.optInAll(
                ora, List.of(phone), ConsentSource.IMPORT, "the same list", Optional.empty(), clock.instant());
        assertThat(consents.of(here.organizationId(), phone))
                .hasValueSatisfying(at -> assertThat(at.consent()).isEqualTo(ConsentKind.OPTED_OUT));
    }

    @Test
    void what_someone_keeps_to_themselves_is_not_shown_to_others() {
        var id = forms.add(ora, Drafts.of("Ana", "Ruiz"));
        var cory = here.member(Role.COORDINATOR);
        relationships.know(ora, id, RelationshipKind.FAMILY, 5, Visibility.MINE);
        assertThat(relationships.of(ora, id)).hasSize(1);
        assertThat(relationships.of(cory, id)).isEmpty();
        relationships.know(ora, id, RelationshipKind.FRIEND, 2, Visibility.SHARED);
        assertThat(relationships.of(cory, id))
                .singleElement()
                .satisfies(each -> assertThat(each.strength()).isEqualTo(2));
        relationships.forget(ora, id);
        assertThat(relationships.of(ora, id)).isEmpty();
    }

    @Test
    void another_organizations_admin_reaches_nothing_here() {
        var phone = Phones.fresh();
        var id = forms.add(ora, Drafts.full("Ana", "Ruiz", "", "", "", Set.of("host"), Map.of(), phone));
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> supporters.get(mallory, id)).isInstanceOf(Problem.Missing.class);
        assertThat(supporters.all(mallory.organization(), List.of(id))).isEmpty();
        assertThat(supporters.byPhone(mallory, phone)).isEmpty();
        assertThat(supporters.tags(mallory.organization())).isEmpty();
        supporters.tag(mallory, List.of(id), "mine");
        supporters.untag(mallory, List.of(id), "host");
        assertThat(supporters.get(ora, id).tags()).extracting(Tag::name).containsExactly("host");
        assertThatThrownBy(() -> supporters.note(mallory, id, "hello")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> supporters.detachPhone(mallory, id, phone)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> supporters.erase(mallory, id)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> forms.change(mallory, id, Drafts.of("Eve", "")))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> relationships.know(mallory, id, RelationshipKind.OTHER, 1, Visibility.SHARED))
                .isInstanceOf(Problem.Missing.class);
        var field = fields.named(ora, "Local");
        assertThatThrownBy(() -> fields.remove(mallory, field.customFieldId())).isInstanceOf(Problem.Missing.class);
        assertThat(supporters.get(ora, id).phones()).containsExactly(phone);
    }

    @Test
    void a_texter_looks_nobody_up_and_erases_nobody() {
        var id = forms.add(ora, Drafts.of("Ana", "Ruiz"));
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> supporters.get(tess, id)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> supporters.erase(tess, id)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> forms.add(tess, Drafts.of("X", ""))).isInstanceOf(Problem.Refused.class);
    }

    private boolean tagged(List<SupporterId> people, String tag) {
        supporters.tag(ora, people, tag);
        return true;
    }
}
