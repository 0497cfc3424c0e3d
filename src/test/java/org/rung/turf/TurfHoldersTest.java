package org.rung.turf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.Comparison;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterRow;
import org.rung.people.Drafts;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.rung.teams.TeamDraft;
import org.rung.teams.Teams;
import org.springframework.beans.factory.annotation.Autowired;

/** Turf by who knows whom, and whose it is. */
@RungTest
class TurfHoldersTest {
    @Autowired
    Turfs turfs;

    @Autowired
    TurfHolders holders;

    @Autowired
    Acquainting acquainting;

    @Autowired
    SupporterForms forms;

    @Autowired
    SupporterList list;

    @Autowired
    Relationships relationships;

    @Autowired
    Teams teams;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;
    Actor.Member tess;
    Actor.Member tom;
    Actor.Member cory;
    List<SupporterId> people = new ArrayList<>();
    TurfId turf;

    @BeforeEach
    void ten_people() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        tess = here.member(Role.TEXTER);
        tom = here.member(Role.TEXTER);
        cory = here.member(Role.COORDINATOR);
        for (int i = 0; i < 10; i++) people.add(forms.add(ora, Drafts.of("N" + i, "", Phones.fresh())));
        turf = turfs.list(ora, "Eastside", people);
    }

    @Test
    void people_are_found_by_who_knows_them_how_and_how_well() {
        knows(ora, 0, RelationshipKind.FRIEND, 5, Visibility.SHARED);
        knows(ora, 1, RelationshipKind.COWORKER, 1, Visibility.SHARED);
        knows(cory, 2, RelationshipKind.FRIEND, 2, Visibility.SHARED);
        knows(cory, 3, RelationshipKind.FRIEND, 5, Visibility.MINE);
        var oras = ora.memberId().text();
        assertThat(found("known_by", "", oras)).containsExactlyInAnyOrder(0, 1);
        assertThat(found("known_by", "4", oras)).containsExactly(0);
        assertThat(found("known_by", "FRIEND", "ANYONE")).containsExactlyInAnyOrder(0, 2);
        assertThat(found("known_by", "FRIEND.3", "ANYONE")).containsExactly(0);
        var nobody = new FilterLine("known_by", "", true, Comparison.IS, List.of("ANYONE"));
        assertThat(found(nobody))
                .as("what Cory keeps to himself counts for nobody")
                .hasSize(7)
                .contains(3);
        var team = teams.make(ora, new TeamDraft("Block", Set.of(cory.memberId()), Set.of()));
        assertThat(found("known_by_team", "", team.text())).containsExactly(2);
        for (var key : List.of("BOSS", "6", "FRIEND.9", "."))
            assertThatThrownBy(() -> found("known_by", key, oras)).as(key).isInstanceOf(Problem.Invalid.class);
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThatThrownBy(() -> found("known_by", "", stranger.memberId().text()))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void each_texter_gets_whom_they_know_best_and_an_equal_part_of_the_rest_and_nobody_is_in_two() {
        said(tess, 0, 2);
        said(tom, 0, 5);
        said(tess, 1, 1);
        var lists = acquainting.divide(ora, turf, Set.of(tess.memberId(), tom.memberId()));
        assertThat(lists).hasSize(2);
        var toms = lists.stream().filter(list -> holds(list, tom)).findFirst().orElseThrow();
        var tesss = lists.stream().filter(list -> holds(list, tess)).findFirst().orElseThrow();
        assertThat(in(toms))
                .contains(people.get(0))
                .doesNotContain(people.get(1))
                .hasSize(5);
        assertThat(in(tesss))
                .contains(people.get(1))
                .doesNotContain(people.get(0))
                .hasSize(5);
        var all = new HashSet<>(in(toms));
        all.addAll(in(tesss));
        assertThat(all).containsExactlyInAnyOrderElementsOf(people);
        assertThat(turfs.get(ora, toms).name()).startsWith("Eastside · TEXTER");
    }

    @Test
    void dividing_among_strangers_and_without_people_leaves_nothing_behind() {
        var stranger = NewOrganization.with(db).member(Role.TEXTER);
        assertThatThrownBy(() -> acquainting.divide(ora, turf, Set.of(stranger.memberId())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> acquainting.divide(ora, turf, Set.of())).isInstanceOf(Problem.Invalid.class);
        var empty = turfs.empty(ora, "Empty");
        assertThatThrownBy(() -> acquainting.divide(ora, empty, Set.of(tess.memberId())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> acquainting.divide(tess, turf, Set.of(tess.memberId())))
                .isInstanceOf(Problem.Refused.class);
        assertThat(turfs.all(ora)).hasSize(2);
    }

    @Test
    void who_is_given_a_turf_sees_it_under_their_own_also_through_a_team_until_it_is_taken_back() {
        assertThat(holders.hasAny(tess)).isFalse();
        var team = teams.make(ora, new TeamDraft("Block", Set.of(tom.memberId()), Set.of()));
        holders.give(ora, turf, new Holders(Set.of(tess.memberId()), Set.of(team)));
        assertThat(holders.mine(tess)).extracting(Turf::turfId).containsExactly(turf);
        assertThat(holders.mine(tom)).extracting(Turf::turfId).containsExactly(turf);
        assertThat(holders.counted(tess, turf).people()).isEqualTo(10);
        assertThat(holders.whoTexts(here.organizationId(), turf))
                .containsExactlyInAnyOrder(tess.memberId(), tom.memberId());
        teams.archive(ora, team);
        assertThat(holders.mine(tom)).as("an archived team has nothing").isEmpty();
        holders.give(ora, turf, Holders.NOBODY);
        assertThat(holders.mine(tess)).isEmpty();
        assertThatThrownBy(() -> holders.counted(tess, turf)).isInstanceOf(Problem.Missing.class);
        assertThat(verbs()).containsSubsequence("turf.given", "turf.taken-back");
    }

    @Test
    void an_owner_has_it_too_and_a_change_of_owner_is_written_down() {
        turfs.give(ora, turf, Optional.of(cory.memberId()));
        turfs.give(ora, turf, Optional.of(cory.memberId()));
        assertThat(holders.mine(cory)).extracting(Turf::turfId).containsExactly(turf);
        assertThat(verbs()).containsOnlyOnce("turf.owner-set");
        turfs.retire(ora, turf);
        assertThat(holders.mine(cory)).isEmpty();
    }

    @Test
    void strangers_and_other_organizations_get_nothing() {
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThatThrownBy(() -> holders.give(ora, turf, new Holders(Set.of(stranger.memberId()), Set.of())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> holders.give(stranger, turf, Holders.NOBODY)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> holders.give(tess, turf, Holders.NOBODY)).isInstanceOf(Problem.Refused.class);
        assertThat(holders.of(ora, turf)).isEqualTo(Holders.NOBODY);
    }

    @Test
    void two_who_give_it_at_once_leave_one_of_their_words() throws Exception {
        var one = new Holders(Set.of(tess.memberId()), Set.of());
        var other = new Holders(Set.of(tom.memberId()), Set.of());
        AtOnce.<Integer>all(
                () -> {
                    holders.give(ora, turf, one);
                    return 1;
                },
                () -> {
                    holders.give(ora, turf, other);
                    return 2;
                });
        assertThat(holders.of(ora, turf)).isIn(one, other);
    }

    private boolean holds(TurfId list, Actor.Member member) {
        return holders.of(ora, list).members().equals(Set.of(member.memberId()));
    }

    private void knows(Actor.Member who, int person, RelationshipKind kind, int strength, Visibility visibility) {
        relationships.know(who, people.get(person), kind, strength, visibility);
    }

    /** A texter has no page of people on which to say so; they say it in a conversation. */
    private void said(Actor.Member who, int person, int strength) {
        relationships.saysToKnow(here.organizationId(), who.memberId(), people.get(person));
        db.execute(
                "update relationships set visibility = 'SHARED', strength = ? where supporter_id = ? and"
                        + " knower_member_id = ?",
                strength,
                people.get(person).value(),
                who.memberId().value());
    }

    private List<Integer> found(String kind, String key, String value) {
        return found(new FilterLine(kind, key, List.of(value)));
    }

    private List<Integer> found(FilterLine line) {
        return list.page(ora, new SupporterFilter("", List.of(line)), Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .map(people::indexOf)
                .toList();
    }

    private List<SupporterId> in(TurfId list) {
        return found(new FilterLine("list", "", List.of(list.text()))).stream()
                .map(people::get)
                .toList();
    }

    private List<String> verbs() {
        return db.fetch(
                        "select verb from audit_log where organization_id = ? order by audit_id",
                        here.organizationId().value())
                .getValues(0, String.class);
    }
}
