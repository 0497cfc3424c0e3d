package org.rung.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.cast.Screens.on;
import static org.rung.cast.Screens.press;
import static org.rung.cast.Screens.words;
import static org.rung.cast.Screens.write;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.InvitationDraft;
import org.rung.accounts.InvitationId;
import org.rung.accounts.Invitations;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class TeamsTest {
    @Autowired
    Teams teams;

    @Autowired
    TeamMembers people;

    @Autowired
    TeamInvitations links;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Autowired
    AuditLog audit;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationContext house;

    private NewOrganization here;
    private Actor.Member ora;
    private Actor.Member lena;
    private Actor.Member tess;

    @BeforeEach
    void open() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        lena = here.member(Role.TEXTER);
        tess = here.member(Role.TEXTER);
    }

    @Test
    void an_organizer_makes_fills_renames_and_archives_a_team_and_the_log_says_so() {
        TeamId tuesdays = team("Tuesdays");
        people.add(ora, tuesdays, Set.of(ora.memberId()), false);
        teams.rename(ora, tuesdays, " Wednesdays ");

        assertThat(rows(ora)).singleElement().satisfies(row -> {
            assertThat(row.team().name()).isEqualTo("Wednesdays");
            assertThat(row.people()).isEqualTo(3);
            assertThat(row.leads()).containsExactly(name(lena));
        });
        assertThat(people.of(ora, tuesdays, 0, 10)).first().satisfies(first -> {
            assertThat(first.memberId()).isEqualTo(lena.memberId());
            assertThat(first.leads()).isTrue();
        });

        people.remove(ora, tuesdays, ora.memberId());
        teams.archive(ora, tuesdays);
        assertThat(rows(ora)).isEmpty();
        assertThat(teams.page(ora, true, Page.Wanted.first(10)).rows()).hasSize(1);
        teams.restore(ora, tuesdays);
        assertThat(rows(ora))
                .singleElement()
                .satisfies(row -> assertThat(row.people()).isEqualTo(2));

        assertThat(audit.page(here.member(Role.ADMIN), AuditFilter.ALL, Page.Wanted.first(100)).rows().stream()
                        .map(row -> row.verb()))
                .contains(
                        "team.made",
                        "team.leads-set",
                        "team.members-added",
                        "team.renamed",
                        "team.member-removed",
                        "team.archived",
                        "team.restored");
    }

    @Test
    void of_two_teams_with_one_name_made_at_once_there_is_one_and_an_archived_name_is_free() throws Exception {
        List<Callable<Boolean>> making = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            making.add(() -> {
                try {
                    teams.make(ora, new TeamDraft("Tuesdays", Set.of(), Set.of()));
                    return true;
                } catch (Problem.Conflict named) {
                    return false;
                }
            });
        }
        assertThat(AtOnce.all(making)).containsOnlyOnce(true);

        TeamId first = rows(ora).getFirst().team().teamId();
        teams.archive(ora, first);
        TeamId second = teams.make(ora, new TeamDraft("Tuesdays", Set.of(), Set.of()));
        assertThatThrownBy(() -> teams.restore(ora, first)).isInstanceOf(Problem.Conflict.class);
        TeamId third = teams.make(ora, new TeamDraft("Fridays", Set.of(), Set.of()));
        assertThatThrownBy(() -> teams.rename(ora, third, "Tuesdays")).isInstanceOf(Problem.Conflict.class);
        assertThat(teams.get(ora, second).name()).isEqualTo("Tuesdays");
    }

    @Test
    void a_texter_sees_their_teams_and_no_other_and_changes_none() {
        TeamId tuesdays = team("Tuesdays");
        TeamId fridays = teams.make(ora, new TeamDraft("Fridays", Set.of(ora.memberId()), Set.of()));

        assertThat(rows(tess)).extracting(row -> row.team().name()).containsExactly("Tuesdays");
        assertThat(people.of(tess, tuesdays, 0, 10)).hasSize(2);
        assertThatThrownBy(() -> teams.get(tess, fridays)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> people.of(tess, fridays, 0, 10)).isInstanceOf(Problem.Missing.class);
        // Leading a team is no permission to change it.
        assertThatThrownBy(() -> people.add(lena, tuesdays, Set.of(ora.memberId()), false))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> people.add(tess, tuesdays, Set.of(tess.memberId()), true))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> teams.archive(tess, tuesdays)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void nothing_of_a_team_is_reached_from_another_organization_and_nobody_of_one_comes_in() {
        TeamId tuesdays = team("Tuesdays");
        var elsewhere = NewOrganization.with(db);
        var olga = elsewhere.member(Role.ADMIN);

        assertThatThrownBy(() -> teams.get(olga, tuesdays)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> teams.rename(olga, tuesdays, "Ours")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> people.add(olga, tuesdays, Set.of(olga.memberId()), true))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> people.add(ora, tuesdays, Set.of(olga.memberId()), true))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(people.leads(elsewhere.organizationId(), lena.memberId(), tuesdays))
                .isFalse();
        assertThat(people.leads(here.organizationId(), lena.memberId(), tuesdays))
                .isTrue();
    }

    @Test
    void whoever_is_suspended_and_whoever_leads_an_archived_team_can_be_asked_for_nothing() {
        TeamId tuesdays = team("Tuesdays");
        assertThat(people.whoCanBeAsked(tess)).extracting(Team::teamId).containsExactly(tuesdays);
        assertThat(people.whoCanBeAsked(lena)).as("nobody but herself leads it").isEmpty();

        members.suspend(here.member(Role.ADMIN), lena.memberId());
        assertThat(people.whoCanBeAsked(tess)).isEmpty();
        members.restore(here.member(Role.ADMIN), lena.memberId());
        teams.archive(ora, tuesdays);
        assertThat(people.whoCanBeAsked(tess)).isEmpty();
        assertThat(people.leads(here.organizationId(), lena.memberId(), tuesdays))
                .isFalse();
    }

    @Test
    void a_teams_link_brings_newcomers_and_members_into_it_and_an_archived_one_nobody() {
        TeamId tuesdays = team("Tuesdays");
        String word = word(links.make(ora, tuesdays, draft()));
        assertThat(links.open(ora, tuesdays)).hasSize(1);

        Member nora = invitations.accept(
                word, "Nora", "nora" + Id.next() + "@example.org", "four-words-are-enough", "192.0.2.7");
        assertThat(in(tuesdays)).contains(nora.memberId());

        var omar = here.member(Role.TEXTER);
        invitations.accept(word, members.get(omar, omar.memberId()).accountId());
        invitations.accept(word, members.get(lena, lena.memberId()).accountId());
        assertThat(in(tuesdays)).contains(omar.memberId());
        assertThat(people.leads(here.organizationId(), lena.memberId(), tuesdays))
                .as("coming by the link takes nothing away")
                .isTrue();
        assertThat(links.open(ora, tuesdays))
                .singleElement()
                .satisfies(link -> assertThat(link.uses()).isEqualTo(1));

        teams.archive(ora, tuesdays);
        Member nils = invitations.accept(
                word, "Nils", "nils" + Id.next() + "@example.org", "four-words-are-enough", "192.0.2.7");
        assertThat(in(tuesdays)).doesNotContain(nils.memberId());
        assertThatThrownBy(() -> links.make(ora, tuesdays, draft())).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> links.make(lena, tuesdays, draft())).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void an_organizer_makes_a_team_on_its_screen_and_lets_somebody_lead() {
        screens().as(ora, window -> {
            assertThat(on(window, TeamsPaths.TEAMS)).contains("No teams yet");
            press(window, "New team");
            write(window, "Name", "Tuesdays");
            press(window, "Make the team");
            TeamId tuesdays = rows(ora).getFirst().team().teamId();
            people.add(ora, tuesdays, Set.of(lena.memberId()), false);
            assertThat(on(window, TeamsPaths.team(tuesdays)))
                    .contains(name(lena))
                    .contains("Invitation links");
            press(window, "Let " + name(lena) + " lead this team");
            assertThat(people.leads(here.organizationId(), lena.memberId(), tuesdays))
                    .isTrue();
            assertThat(on(window, TeamsPaths.TEAMS))
                    .contains("Led by " + name(lena))
                    .contains("1 person");
            on(window, TeamsPaths.team(tuesdays));
            press(window, "Take " + name(lena) + " out of this team");
            assertThat(words(window)).contains("Nobody is in this team yet.");
        });
    }

    @Test
    void a_texter_finds_teams_in_the_menu_once_they_are_in_one() {
        screens().as(tess, window -> {
            assertThat(on(window, TeamsPaths.TEAMS)).contains("You are in no team");
        });
        TeamId tuesdays = team("Tuesdays");
        screens().as(tess, window -> {
            assertThat(on(window, TeamsPaths.TEAMS)).contains("Tuesdays").contains("Led by " + name(lena));
            assertThat(on(window, TeamsPaths.team(tuesdays)))
                    .contains(name(lena))
                    .contains(name(tess))
                    .doesNotContain("Take out")
                    .doesNotContain("Rename")
                    .doesNotContain("@example.org");
        });
    }

    private TeamId team(String name) {
        return teams.make(ora, new TeamDraft(name, Set.of(lena.memberId()), Set.of(tess.memberId())));
    }

    private List<TeamRow> rows(Actor.Member who) {
        return teams.page(who, false, Page.Wanted.first(10)).rows();
    }

    private List<MemberId> in(TeamId team) {
        return people.of(ora, team, 0, 100).stream().map(TeamMember::memberId).toList();
    }

    private static InvitationDraft draft() {
        return new InvitationDraft(Roles.of(Role.TEXTER), "Hall", 5, Duration.ofDays(7), Optional.empty());
    }

    private String word(InvitationId id) {
        String link = invitations.link(ora, id);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private String name(Actor.Member member) {
        return members.get(ora, member.memberId()).name();
    }

    private Screens screens() {
        return new Screens(house, db);
    }
}
