package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.actions.Verification;
import org.rung.cast.NewOrganization;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class StandingsTest extends LadderStory {
    @Autowired
    Commitments commitments;

    @Test
    void an_action_moves_someone_and_the_move_keeps_its_cause_and_evidence() {
        SupporterId nia = supporter();
        assertThat(standing(nia).position()).isEqualTo(1);
        Actor.Member tess = neighbors.member(Role.TEXTER);
        actions.record(
                tess,
                new ActionDraft(
                        nia,
                        ActionType.ANSWERED,
                        1,
                        Optional.empty(),
                        Verification.SELF,
                        clock.instant(),
                        tess.member(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
        assertThat(standing(nia).position()).isEqualTo(2);
        assertThat(standing(nia).rung()).isEqualTo("Endorsing");
        assertThat(standing(nia).cause().in(Locale.US, ZoneOffset.UTC)).isEqualTo("Said yes on Oct 13, 2026");
        assertThat(standing(nia).cause().in(Locale.forLanguageTag("es"), ZoneOffset.UTC))
                .isEqualTo("Dijo que sí el 13 oct 2026");
        MoveRow move = moves(nia).getFirst();
        assertThat(move.evidence()).extracting(Proof::of).containsExactly("ANSWERED");
    }

    @Test
    void voiding_recomputes_at_once_and_history_is_kept() {
        SupporterId nia = supporter();
        ActionId came = actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));
        assertThat(standing(nia).position()).isEqualTo(4);
        actions.voidAction(system, came, "another Nia");
        actions.voidAction(system, came, "again");
        assertThat(standing(nia).position()).isEqualTo(1);
        assertThat(standing(nia).highest()).isEqualTo(1);
        assertThat(moves(nia))
                .singleElement()
                .satisfies(move -> assertThat(move.voided()).isPresent());
    }

    @Test
    void a_late_action_rewrites_what_followed_without_editing_it() {
        SupporterId nia = supporter();
        actions.record(
                system,
                Evidence.verified(nia, ActionType.ATTENDED, clock.instant().minus(Duration.ofDays(250))));
        assertThat(standing(nia).position()).isEqualTo(3);
        actions.record(
                system,
                Evidence.verified(nia, ActionType.ATTENDED, clock.instant().minus(Duration.ofDays(100))));
        assertThat(standing(nia).position()).isEqualTo(4);
        assertThat(moves(nia))
                .filteredOn(move -> move.voided().isPresent())
                .extracting(MoveRow::cause)
                .containsExactly(MoveCause.FADE);
        assertThat(moves(nia))
                .filteredOn(move -> move.voided().isEmpty())
                .extracting(MoveRow::to)
                .containsExactly(4);
    }

    @Test
    void nothing_crosses_into_another_organization() {
        SupporterId nia = supporter();
        ActionId signed = actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        NewOrganization others = NewOrganization.with(db);
        ladders.start(others.organizationId(), Locale.ENGLISH);
        Actor.Member spy = others.member(Role.ADMIN);
        LadderId theirs = ladders.of(others.organizationId()).getFirst().ladderId();
        assertThatThrownBy(() -> actions.record(spy, Evidence.said(nia, ActionType.GAVE, clock.instant())))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> actions.voidAction(spy, signed, "no")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.of(spy, nia)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.moveByHand(spy, ladder(), nia, 5, "no"))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.moveByHand(spy, theirs, nia, 5, "no"))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.lock(spy, theirs, nia, "no")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> commitments.promise(
                        spy, nia, AskFamily.COME, "x", Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
        assertThat(standings
                        .commitment(others.organizationId(), List.of(nia))
                        .get(nia)
                        .position())
                .isEqualTo(1);
        assertThat(actions.before(spy, nia, later(), 10)).isEmpty();
        assertThat(standing(nia).position()).isEqualTo(2);
    }

    @Test
    void opting_out_and_sharing_a_phone_move_no_standing() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        for (SupporterId who : List.of(nia, sam)) {
            db.execute(
                    "insert into supporter_phones (organization_id, phone, supporter_id) values (?, ?, ?)",
                    neighbors.organizationId().value(),
                    "+15105550132",
                    who.value());
        }
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        db.execute(
                "insert into phone_consents (organization_id, phone, consent, since_at) values (?, '+15105550132', 'OPTED_OUT', utc_timestamp(6))",
                neighbors.organizationId().value());
        clock.tick(Duration.ofDays(1));
        actions.record(system, Evidence.said(nia, ActionType.CLICKED, clock.instant()));
        assertThat(standing(nia).position()).isEqualTo(2);
        assertThat(standing(sam).position()).isEqualTo(1);
    }

    @Test
    void two_kept_promises_to_come_reach_the_fourth_rung() {
        SupporterId nia = supporter();
        for (int i = 0; i < 2; i++) {
            CommitmentId promise = commitments.promise(
                    system,
                    nia,
                    AskFamily.COME,
                    "Thursday",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(nia.text() + i));
            assertThat(commitments.promise(
                            system,
                            nia,
                            AskFamily.COME,
                            "Thursday",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(nia.text() + i)))
                    .isEqualTo(promise);
            commitments.settle(system, promise, CommitmentState.CONFIRMED);
            commitments.settle(system, promise, CommitmentState.KEPT);
            assertThatThrownBy(() -> commitments.settle(system, promise, CommitmentState.CONFIRMED))
                    .isInstanceOf(Problem.Conflict.class);
            clock.tick(Duration.ofDays(10));
        }
        assertThat(standing(nia).position()).isEqualTo(4);
        assertThat(standing(nia).cause().in(Locale.US, ZoneOffset.UTC)).startsWith("Came as promised 2 times");
    }
}
