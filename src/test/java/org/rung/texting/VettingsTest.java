package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.crew.Talks;
import org.rung.live.TexterNote;
import org.rung.live.TexterNotes;
import org.springframework.beans.factory.annotation.Autowired;

/** New texters across campaigns: looked at, talked to, let go. */
@Tag("store")
class VettingsTest extends TextingStory {
    @Autowired
    Vettings vettings;

    @Autowired
    Reviews reviews;

    @Autowired
    Talks talks;

    @Autowired
    TexterNotes notes;

    private CampaignId campaign;

    @BeforeEach
    void threeAtATime() {
        reviews.rule(here.member(Role.ADMIN), Optional.of(3));
        campaign = campaign(people(20));
    }

    private void sendAll(Actor.Member texter) {
        assignments.pull(texter, campaign);
        heldBy(texter, campaign).forEach(one -> send(texter, one));
    }

    @Test
    void whoever_has_sent_the_first_ones_waits_in_one_queue_for_all_campaigns() {
        assertThat(vettings.waiting(ora, 10)).isEmpty();
        sendAll(tess);

        assertThat(vettings.waiting(ora, 10)).hasSize(1);
        NewTexter waiting = vettings.waiting(ora, 10).getFirst();
        assertThat(waiting.texter()).isEqualTo(tess.memberId());
        assertThat(waiting.sent()).isEqualTo(3);
        assertThat(vettings.count(here.organizationId())).isOne();
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.REVIEW);
    }

    @Test
    void let_go_they_take_as_many_as_they_like_and_are_named_among_the_freed() {
        sendAll(tess);
        reviews.free(ora, tess.memberId());

        assertThat(vettings.waiting(ora, 10)).isEmpty();
        assertThat(vettings.freed(ora, 10)).extracting(FreedTexter::by).containsExactly(Optional.of(ora.memberId()));
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(17);
    }

    @Test
    void review_more_gives_as_many_again_and_shows_the_new_ones_alone() {
        sendAll(tess);
        vettings.lookAtMore(ora, tess.memberId());
        assertThat(vettings.waiting(ora, 10)).isEmpty();

        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(3);
        heldBy(tess, campaign).forEach(one -> send(tess, one));

        assertThat(vettings.waiting(ora, 10))
                .extracting(NewTexter::sent, NewTexter::looked)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(6, 3));
        assertThat(reviews.firstTexts(ora, tess.memberId())).hasSize(3);
        assertThat(reviews.waits(tess)).isTrue();
        assertThat(reviews.waiting(ora, campaign)).containsExactly(tess.memberId());
    }

    @Test
    void a_kind_word_reaches_them_alone_and_they_go_on_waiting() {
        sendAll(tess);
        talks.say(ora, tess.memberId(), "Lovely. Use their first names, too.");

        assertThat(notes.unread(tess))
                .extracting(TexterNote::words)
                .containsExactly("Lovely. Use their first names, too.");
        assertThat(notes.unread(tom)).isEmpty();
        NewTexter waiting = vettings.waiting(ora, 10).getFirst();
        assertThat(waiting.talkedBy()).contains(ora.memberId());
        assertThat(waiting.talkedAt()).contains(clock.instant());
    }

    @Test
    void words_that_are_refused_leave_nothing_behind() {
        sendAll(tess);
        assertThatThrownBy(() -> talks.say(ora, tess.memberId(), "  ")).isInstanceOf(Problem.Invalid.class);
        assertThat(vettings.waiting(ora, 10).getFirst().talkedAt()).isEmpty();
    }

    @Test
    void somebody_who_was_let_go_can_be_looked_at_again() {
        sendAll(tess);
        reviews.free(ora, tess.memberId());
        vettings.holdAgain(ora, tess.memberId());
        vettings.holdAgain(ora, tess.memberId());

        assertThat(vettings.freed(ora, 10)).isEmpty();
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(3);
    }

    @Test
    void only_who_assigns_work_in_the_same_organization_sees_and_does_this() {
        sendAll(tess);
        assertThatThrownBy(() -> vettings.waiting(tess, 10)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> vettings.lookAtMore(tom, tess.memberId())).isInstanceOf(Problem.Refused.class);
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        assertThat(vettings.waiting(elsewhere, 10)).isEmpty();
        assertThatThrownBy(() -> vettings.lookAtMore(elsewhere, tess.memberId()))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void without_a_rule_nobody_waits_and_nobody_is_held() {
        sendAll(tess);
        reviews.rule(here.member(Role.ADMIN), Optional.empty());
        assertThat(vettings.waiting(ora, 10)).isEmpty();
        assertThat(vettings.count(here.organizationId())).isZero();
        assertThatThrownBy(() -> vettings.lookAtMore(ora, tess.memberId())).isInstanceOf(Problem.Conflict.class);
    }
}
