package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.cast.Screens.on;
import static org.rung.cast.Screens.press;
import static org.rung.cast.Screens.words;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Members;
import org.rung.cast.NewOrganization;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.help.Help;
import org.rung.help.HelpDraft;
import org.rung.help.HelpReason;
import org.rung.help.Helpers;
import org.rung.help.Whom;
import org.rung.teams.Team;
import org.rung.teams.TeamDraft;
import org.rung.teams.TeamId;
import org.rung.teams.TeamMembers;
import org.rung.teams.Teams;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A texter asks their team; its leads, who only text, reach that one conversation while the request is open. */
class GettingHelpFromTeamsTest extends TextingStory {
    @Autowired
    Help help;

    @Autowired
    Helpers helpers;

    @Autowired
    Teams teams;

    @Autowired
    TeamMembers people;

    @Autowired
    Members members;

    @Autowired
    ApplicationContext house;

    private Actor.Member lena;
    private TeamId tuesdays;
    private HelpDraft askTheTeam;

    @BeforeEach
    void aTeam() {
        lena = here.member(Role.TEXTER);
        tuesdays = teams.make(ora, new TeamDraft("Tuesdays", Set.of(lena.memberId()), Set.of(tess.memberId())));
        askTheTeam = new HelpDraft(HelpReason.QUESTION, "Who pays?", new Whom.OneTeam(tuesdays));
    }

    @Test
    void a_lead_sees_what_their_team_was_asked_answers_it_and_gives_it_back_and_then_it_is_gone_for_them() {
        ConversationId conversation = asking();
        assertThat(help.teams(tess)).extracting(Team::teamId).containsExactly(tuesdays);

        assertThat(help.open(lena, Page.Wanted.first(10)).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.request().conversationId()).isEqualTo(conversation);
                    assertThat(row.to()).contains("Tuesdays");
                });
        assertThat(helpers.waiting(here.organizationId(), List.of(lena, ora, tom, tess)))
                .containsEntry(lena.memberId(), 1)
                .containsEntry(ora.memberId(), 0)
                .containsEntry(tom.memberId(), 0)
                .containsEntry(tess.memberId(), 0);
        assertThat(desk.open(lena, conversation).readOnly()).contains(OpenConversation.ReadOnly.WITH_ORGANIZER);
        assertThatThrownBy(() -> correspondence.reply(lena, conversation, "Hello", request()))
                .as("who has not taken it only reads")
                .isInstanceOf(Problem.Missing.class);

        help.take(lena, conversation, Optional.empty());
        assertThat(desk.open(lena, conversation).readOnly()).isEmpty();
        correspondence.reply(lena, conversation, "The city pays, this is Lena", request());
        assertThat(messages(conversation, "REPLY")).isEqualTo(1);
        assertThat(now(conversation).texter()).contains(tess.memberId());
        help.giveBack(lena, conversation, "I told her.");

        assertThat(now(conversation).helperTeam()).isEmpty();
        outOfReach(lena, conversation);
        assertThat(desk.open(tess, conversation).readOnly()).isEmpty();
        assertThat(help.of(tess, conversation).orElseThrow().request().answer()).isEqualTo("I told her.");
    }

    @Test
    void a_lead_reaches_nothing_but_what_their_own_team_was_asked() {
        ConversationId theirs = asking();
        ConversationId others = texted();
        ConversationId anyones = threatened();
        help.ask(tess, anyones, new HelpDraft(HelpReason.ABUSE, "", Optional.empty()));
        var leo = here.member(Role.TEXTER);
        teams.make(ora, new TeamDraft("Fridays", Set.of(leo.memberId()), Set.of(tom.memberId())));

        outOfReach(lena, others);
        outOfReach(lena, anyones);
        assertThatThrownBy(() -> help.take(lena, anyones, Optional.empty())).isInstanceOf(Problem.Missing.class);
        outOfReach(leo, theirs);
        assertThatThrownBy(() -> help.take(leo, theirs, Optional.empty())).isInstanceOf(Problem.Missing.class);
        assertThat(help.open(leo, Page.Wanted.first(10)).rows()).isEmpty();
        assertThatThrownBy(() -> help.open(tom, Page.Wanted.first(10))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> conversations.reveal(lena, theirs)).isInstanceOf(Problem.Refused.class);
        assertThat(conversations
                        .page(lena, ConversationFilter.waitingFor(tess.memberId()), Page.Wanted.first(10))
                        .rows())
                .isEmpty();

        var elsewhere = NewOrganization.with(db);
        var stranger = elsewhere.member(Role.TEXTER);
        teams.make(elsewhere.member(Role.ADMIN), new TeamDraft("Tuesdays", Set.of(stranger.memberId()), Set.of()));
        outOfReach(stranger, theirs);
        assertThat(help.open(stranger, Page.Wanted.first(10)).rows()).isEmpty();
    }

    @Test
    void a_team_is_asked_by_those_in_it_and_only_while_somebody_else_leads_it() {
        ConversationId conversation = threatened();
        var fridays = teams.make(ora, new TeamDraft("Fridays", Set.of(lena.memberId()), Set.of()));
        var alone = teams.make(ora, new TeamDraft("Alone", Set.of(tess.memberId()), Set.of()));
        for (TeamId none : List.of(fridays, alone)) {
            assertThatThrownBy(() ->
                            help.ask(tess, conversation, new HelpDraft(HelpReason.OTHER, "", new Whom.OneTeam(none))))
                    .isInstanceOf(Problem.Invalid.class);
        }
        assertThat(now(conversation).helpSince()).isEmpty();
    }

    @Test
    void who_leads_no_more_reaches_it_no_more_and_another_lead_finds_it_untaken() {
        var lars = here.member(Role.TEXTER);
        people.add(ora, tuesdays, Set.of(lars.memberId()), true);
        ConversationId conversation = asking();
        help.take(lena, conversation, Optional.empty());

        people.add(ora, tuesdays, Set.of(lena.memberId()), false);

        outOfReach(lena, conversation);
        assertThat(helpers.waiting(here.organizationId(), List.of(lars, lena)))
                .containsEntry(lars.memberId(), 1)
                .containsEntry(lena.memberId(), 0);
        help.take(lars, conversation, Optional.empty());
        correspondence.reply(lars, conversation, "This is Lars", request());
        help.keep(lars, conversation);
        assertThat(holder(conversation)).isEqualTo(lars.memberId());
        assertThatThrownBy(() -> conversations.get(tess, conversation)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void what_nobody_leads_any_more_is_asked_of_the_organizers() {
        ConversationId conversation = asking();
        help.take(lena, conversation, Optional.empty());

        members.suspend(here.member(Role.ADMIN), lena.memberId());

        assertThat(helpers.waiting(here.organizationId(), List.of(ora))).containsEntry(ora.memberId(), 1);
        assertThat(now(conversation).helper()).isEmpty();
        assertThat(now(conversation).helperTeam()).isEmpty();
        help.take(ora, conversation, Optional.empty());
        help.giveBack(ora, conversation, "");
        assertThat(desk.open(tess, conversation).readOnly()).isEmpty();
    }

    @Test
    void an_archived_team_has_nothing_in_its_hands() {
        ConversationId conversation = asking();
        teams.archive(ora, tuesdays);
        outOfReach(lena, conversation);
        assertThat(helpers.waiting(here.organizationId(), List.of(ora))).containsEntry(ora.memberId(), 1);
    }

    @Test
    void an_organizer_helps_a_teams_texter_too_and_what_closed_by_itself_a_lead_settles() {
        ConversationId conversation = asking();
        assertThat(help.open(ora, Page.Wanted.first(10)).rows()).hasSize(1);
        help.giveBack(ora, conversation, "");
        outOfReach(lena, conversation);

        help.ask(tess, conversation, askTheTeam);
        outcomes.optOut(ora, conversation);
        assertThat(now(conversation).helperTeam()).isEmpty();

        ConversationId second = asking();
        help.take(lena, second, Optional.empty());
        help.done(lena, second);
        assertThat(now(second).helpSince()).isEmpty();
        later(Duration.ofMinutes(1));
        outOfReach(lena, second);
    }

    @Test
    void a_lead_finds_it_at_home_in_the_list_and_loses_it_from_the_screen_when_it_is_given_back() {
        ConversationId conversation = asking();
        var screens = new Screens(house, db);
        screens.as(
                tess,
                window -> assertThat(on(window, TextingPaths.conversation(conversation)))
                        .contains("With Tuesdays since"));
        screens.as(lena, window -> {
            assertThat(on(window, "")).contains("One texter asks for help");
            assertThat(on(window, "help")).contains("Who pays?").contains("for Tuesdays");
            assertThat(on(window, TextingPaths.conversation(conversation))).contains("I look after it");
            press(window, "I look after it");
            assertThat(words(window)).contains("Keep it").contains("Opt out and close");
            press(window, "Keep it");
            assertThat(on(window, "help")).contains("Nobody asks for help");
        });
        screens.as(tom, window -> assertThat(on(window, "help")).contains("Nobody asks for help"));
    }

    private void outOfReach(Actor.Member who, ConversationId conversation) {
        assertThatThrownBy(() -> conversations.get(who, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> desk.open(who, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> help.of(who, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> correspondence.reply(who, conversation, "Hello", request()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> outcomes.done(who, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> outcomes.note(who, conversation, "x")).isInstanceOf(Problem.Missing.class);
    }

    private ConversationId asking() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, askTheTeam);
        return conversation;
    }

    private ConversationId threatened() {
        ConversationId conversation = texted();
        hears(conversation, "I know where you live");
        return conversation;
    }
}
