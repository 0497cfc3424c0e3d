package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.crew.Crew;
import org.rung.crew.TexterRow;
import org.rung.crew.TexterState;
import org.rung.live.Audience;
import org.rung.live.TexterNote;
import org.rung.live.TexterNotes;
import org.rung.teams.TeamDraft;
import org.rung.teams.Teams;
import org.rung.texters.TermsOfTexters;
import org.springframework.beans.factory.annotation.Autowired;

/** All texters of an organization on one page, and what they are told. */
@Tag("store")
class CrewTest extends TextingStory {
    @Autowired
    Crew crew;

    @Autowired
    TexterNotes notes;

    @Autowired
    Teams teams;

    @Autowired
    TermsOfTexters terms;

    @Autowired
    Members members;

    private TexterRow row(Actor.Member texter) {
        return crew.page(ora, TexterState.ALL, "", 0, 50).rows().stream()
                .filter(row -> row.texter().equals(texter.memberId()))
                .findFirst()
                .orElseThrow();
    }

    private List<TexterRow> like(TexterState state) {
        return crew.page(ora, state, "", 0, 50).rows();
    }

    @Test
    void who_texts_is_at_work_and_holds_what_was_not_sent() {
        CampaignId campaign = campaign(people(4));
        assignments.pull(tess, campaign);
        send(tess, heldBy(tess, campaign).getFirst());

        TexterRow row = row(tess);
        assertThat(row.atWork(clock.instant())).isTrue();
        assertThat(row.firstTexts()).isEqualTo(3);
        assertThat(row.week()).isEqualTo(new TexterRow.Week(1, 0, 1));
        assertThat(like(TexterState.AT_WORK)).extracting(TexterRow::texter).containsExactly(tess.memberId());
        later(Duration.ofHours(1));
        assertThat(like(TexterState.AT_WORK)).isEmpty();
    }

    @Test
    void who_asked_and_got_too_little_waits_with_the_reason_until_they_get_some() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        assignments.pull(tom, campaign);

        assertThat(like(TexterState.WAITING)).extracting(TexterRow::texter).containsExactly(tom.memberId());
        TexterRow.Shortage shortage = row(tom).shortage().orElseThrow();
        assertThat(shortage.why()).isEqualTo(Batch.Short.ALL_TAKEN);
        assertThat(shortage.campaign()).isEqualTo("Rent strike");
        assertThat(row(tess).waits(clock.instant())).isFalse();

        later(Duration.ofSeconds(1));
        assignments.giveBack(tess, campaign);
        assignments.pull(tom, campaign);
        assertThat(like(TexterState.WAITING)).extracting(TexterRow::texter).doesNotContain(tom.memberId());
    }

    @Test
    void replies_older_than_the_lease_make_their_texter_overdue() {
        ConversationId conversation = texted();
        hears(conversation, "Yes?");
        assertThat(like(TexterState.OVERDUE)).isEmpty();
        later(Duration.ofMinutes(61));

        assertThat(like(TexterState.OVERDUE)).extracting(TexterRow::texter).containsExactly(tess.memberId());
        assertThat(row(tess).late()).isOne();
        assertThat(crew.page(ora, TexterState.ALL, "", 0, 50).counts().overdue())
                .isOne();
    }

    @Test
    void a_name_is_looked_for_as_it_is_written() {
        assertThat(crew.page(ora, TexterState.ALL, "%", 0, 50).rows()).isEmpty();
        assertThat(crew.page(ora, TexterState.ALL, "", 0, 50).rows()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(crew.page(ora, TexterState.ALL, "", 0, 1).more()).isTrue();
    }

    @Test
    void only_who_assigns_work_sees_the_texters_of_their_own_organization() {
        assertThatThrownBy(() -> crew.page(tess, TexterState.ALL, "", 0, 50)).isInstanceOf(Problem.Refused.class);
        var elsewhere = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThat(crew.page(elsewhere, TexterState.ALL, "", 0, 50).rows())
                .extracting(TexterRow::texter)
                .containsExactly(elsewhere.memberId());
    }

    @Test
    void a_word_to_all_is_read_by_each_once_and_counted() {
        notes.tell(ora, new Audience.Everyone(), "Cake at six.");
        TexterNote told = notes.all(ora).getFirst();
        assertThat(told.readBy()).isZero();
        int all = told.to();
        assertThat(all).isGreaterThanOrEqualTo(3);

        notes.read(tess, notes.unread(tess).getFirst().texterNoteId());
        notes.read(tess, told.texterNoteId());
        assertThat(notes.unread(tess)).isEmpty();
        assertThat(notes.unread(tom)).hasSize(1);
        assertThat(notes.all(ora).getFirst().readBy()).isOne();
        assertThat(notes.all(ora).getFirst().to()).isEqualTo(all);
    }

    @Test
    void a_word_to_a_team_a_language_or_one_reaches_nobody_else() {
        var team = teams.make(ora, new TeamDraft("Doors", Set.of(), Set.of(tess.memberId())));
        terms.speaks(tom, tom.memberId(), Set.of("es"));

        notes.tell(ora, new Audience.OfTeam(team), "Keys are with Ora.");
        notes.tell(ora, new Audience.Speaking("es"), "Hay volantes nuevos.");
        notes.tell(ora, new Audience.One(tess.memberId()), "Thank you!");

        assertThat(notes.unread(tess))
                .extracting(TexterNote::words)
                .containsExactlyInAnyOrder("Keys are with Ora.", "Thank you!");
        assertThat(notes.unread(tom)).extracting(TexterNote::words).containsExactly("Hay volantes nuevos.");
        assertThat(notes.all(ora)).extracting(TexterNote::to).containsExactly(1, 1);
    }

    @Test
    void nobody_reads_what_was_told_before_they_came_or_in_another_organization() {
        notes.tell(ora, new Audience.Everyone(), "Cake at six.");
        later(Duration.ofMinutes(1));
        var late = here.member(Role.TEXTER);
        db.execute(
                "update members set joined_at = cast(? as datetime(6)) where member_id = ?",
                java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                late.memberId().value());
        assertThat(notes.unread(late)).isEmpty();
        var stranger = NewOrganization.with(db).member(Role.TEXTER);
        assertThat(notes.unread(stranger)).isEmpty();
        notes.read(stranger, notes.all(ora).getFirst().texterNoteId());
        assertThat(notes.all(ora).getFirst().readBy()).isZero();
        assertThatThrownBy(() -> notes.tell(tess, new Audience.Everyone(), "Hi"))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_cap_of_ones_own_counts_all_campaigns_and_takes_the_place_of_theirs() {
        CampaignId one = campaign(people(10));
        CampaignId other = campaign(people(10));
        terms.cap(ora, tess.memberId(), Optional.of(4));

        assertThat(assignments.pull(tess, one)).isEqualTo(new Batch(50, 4, 0, Optional.of(Batch.Short.DAY_DONE)));
        assertThat(assignments.pull(tess, other).why()).contains(Batch.Short.DAY_DONE);
        assertThat(assignments.pull(tom, other).firstTexts()).isEqualTo(10);
        terms.cap(ora, tess.memberId(), Optional.empty());
        assertThat(assignments.pull(tess, one).firstTexts()).isEqualTo(6);
    }

    @Test
    void caps_and_languages_are_said_by_who_may_and_hold_here_only() {
        assertThatThrownBy(() -> terms.cap(tess, tess.memberId(), Optional.of(4)))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> terms.cap(ora, tess.memberId(), Optional.of(0)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> terms.speaks(tom, tess.memberId(), Set.of("es")))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> terms.speaks(tess, tess.memberId(), Set.of("Español")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(
                        () -> terms.cap(NewOrganization.with(db).member(Role.ADMIN), tess.memberId(), Optional.of(4)))
                .isInstanceOf(Problem.Missing.class);
        terms.speaks(tess, tess.memberId(), Set.of("es", "en"));
        assertThat(terms.of(ora, tess.memberId()).languages()).containsExactly("es");
    }

    @Test
    void suspending_somebody_takes_their_work_at_once() {
        CampaignId campaign = campaign(people(3));
        assignments.pull(tess, campaign);
        members.suspend(here.member(Role.ADMIN), tess.memberId());

        assertThat(row(tess).suspended()).isTrue();
        assertThat(row(tess).firstTexts()).isZero();
    }
}
