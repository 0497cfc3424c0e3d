package org.rung.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.commitments.Keeping.Deed;
import org.rung.commitments.Keeping.Promise;

class KeepingTest {
    private static final Instant MONDAY = Instant.parse("2026-10-12T17:00:00Z");
    private static final Instant THURSDAY = MONDAY.plus(Duration.ofDays(3));

    @Test
    void who_comes_on_the_day_keeps_the_promise_to_come() {
        var thursday = promise(1, AskFamily.COME, Optional.of(THURSDAY));
        assertThat(kept(thursday, deed(1, ActionType.ATTENDED, THURSDAY.minus(Duration.ofHours(7)))))
                .as("lists name the day, not the hour")
                .isTrue();
        assertThat(kept(thursday, deed(1, ActionType.ATTENDED, THURSDAY.minus(Duration.ofDays(2)))))
                .as("that was another meeting")
                .isFalse();
        assertThat(kept(thursday, deed(1, ActionType.ATTENDED, THURSDAY.plus(Overdue.AFTER_DUE))))
                .as("too late")
                .isFalse();
        assertThat(kept(thursday, deed(1, ActionType.HOSTED, THURSDAY))).isFalse();
    }

    @Test
    void what_has_no_hour_may_be_done_before_its_day_and_not_before_it_was_promised() {
        var give = promise(1, AskFamily.GIVE, Optional.of(THURSDAY));
        assertThat(kept(give, deed(1, ActionType.GAVE, MONDAY.plusSeconds(60)))).isTrue();
        assertThat(kept(give, deed(1, ActionType.GAVE, MONDAY.minusSeconds(60))))
                .isFalse();
        var bring = promise(1, AskFamily.BRING, Optional.empty());
        assertThat(kept(bring, deed(1, ActionType.RECRUITED, MONDAY.plus(Duration.ofDays(29)))))
                .isTrue();
        assertThat(kept(bring, deed(1, ActionType.RECRUITED, MONDAY.plus(Duration.ofDays(30)))))
                .isFalse();
    }

    @Test
    void each_family_has_its_deed_and_a_leader_is_judged_by_a_member() {
        Map<AskFamily, ActionType> deeds = Map.of(
                AskFamily.SIGN, ActionType.SIGNED,
                AskFamily.REPLY, ActionType.ANSWERED,
                AskFamily.COME, ActionType.ATTENDED,
                AskFamily.BRING, ActionType.RECRUITED,
                AskFamily.SHIFT, ActionType.ATTENDED,
                AskFamily.HOST, ActionType.HOSTED,
                AskFamily.LEAD, ActionType.LED,
                AskFamily.GIVE, ActionType.GAVE);
        deeds.forEach((family, type) -> assertThat(kept(promise(1, family, Optional.empty()), deed(1, type, THURSDAY)))
                .as(family.name())
                .isTrue());
        assertThat(kept(promise(1, AskFamily.DEVELOP, Optional.empty()), deed(1, ActionType.RECRUIT_ROSE, THURSDAY)))
                .isFalse();
        assertThat(kept(promise(1, AskFamily.REPLY, Optional.empty()), deed(1, ActionType.REPLIED, THURSDAY)))
                .as("thanks is a reply too")
                .isFalse();
    }

    @Test
    void one_deed_keeps_one_promise_and_the_order_in_which_they_become_known_does_not_matter() {
        var promises = new ArrayList<>(List.of(
                promise(1, AskFamily.COME, Optional.empty()),
                promise(2, AskFamily.COME, Optional.of(THURSDAY)),
                promise(3, AskFamily.SHIFT, Optional.of(THURSDAY.plus(Duration.ofDays(7))))));
        var deeds = new ArrayList<>(List.of(
                deed(1, ActionType.ATTENDED, THURSDAY), deed(2, ActionType.ATTENDED, THURSDAY.plusSeconds(60))));
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(promises, random);
            Collections.shuffle(deeds, random);
            var kept = Keeping.of(promises, deeds);
            assertThat(kept.get(new CommitmentId(2)).actionId()).isEqualTo(new ActionId(1));
            assertThat(kept.get(new CommitmentId(1)).actionId()).isEqualTo(new ActionId(2));
            assertThat(kept).hasSize(2);
        }
    }

    private static boolean kept(Promise promise, Deed deed) {
        return Keeping.of(List.of(promise), List.of(deed)).containsKey(promise.commitmentId());
    }

    private static Promise promise(long id, AskFamily family, Optional<Instant> due) {
        return new Promise(new CommitmentId(id), family, MONDAY, due);
    }

    private static Deed deed(long id, ActionType type, Instant at) {
        return new Deed(new ActionId(id), type, at);
    }
}
