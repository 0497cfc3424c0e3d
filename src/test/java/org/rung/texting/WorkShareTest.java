package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rung.common.MemberId;

class WorkShareTest {
    private static final MemberId TESS = new MemberId(1);
    private static final MemberId TOM = new MemberId(2);
    private static final MemberId UMA = new MemberId(3);

    @Test
    void what_nobody_holds_goes_to_who_has_least() {
        var share = WorkShare.of(Map.of(Optional.empty(), 4), Map.of(TESS, 5, TOM, 1, UMA, 1), 100);

        assertThat(share.takes()).isEqualTo(Map.of(TOM, 2, UMA, 2));
        assertThat(share.keeps()).isEqualTo(Map.of(Optional.empty(), 0));
    }

    @Test
    void who_holds_more_than_their_share_gives_that_away_and_no_more() {
        var share = WorkShare.of(
                Map.of(Optional.of(TESS), 9, Optional.of(TOM), 0, Optional.of(UMA), 3), Map.of(TESS, 9, TOM, 0), 100);

        assertThat(share.keeps()).isEqualTo(Map.of(Optional.of(TESS), 6, Optional.of(TOM), 0, Optional.of(UMA), 0));
        assertThat(share.takes()).isEqualTo(Map.of(TOM, 6));
    }

    @Test
    void no_more_moves_than_was_asked_for() {
        var share = WorkShare.of(Map.of(Optional.of(UMA), 50), Map.of(TESS, 0, TOM, 0), 7);

        assertThat(share.takes().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(7);
    }

    @Test
    void however_it_stood_nobody_takes_more_than_there_is_and_receivers_are_alike_where_all_may_move() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Map<MemberId, Integer> receivers = new HashMap<>();
            Map<Optional<MemberId>, Integer> held = new HashMap<>();
            int all = 0;
            for (int i = 1; i <= 1 + random.nextInt(6); i++) {
                int has = random.nextInt(12);
                receivers.put(new MemberId(i), has);
                held.put(Optional.of(new MemberId(i)), has);
                all += has;
            }
            int nobodys = random.nextInt(20);
            held.put(Optional.empty(), nobodys);
            all += nobodys;

            var share = WorkShare.of(held, receivers, 1_000);

            int kept =
                    share.keeps().values().stream().mapToInt(Integer::intValue).sum();
            int taken =
                    share.takes().values().stream().mapToInt(Integer::intValue).sum();
            assertThat(kept + taken).isEqualTo(all);
            var after = receivers.keySet().stream()
                    .mapToInt(one ->
                            share.keeps().get(Optional.of(one)) + share.takes().getOrDefault(one, 0))
                    .summaryStatistics();
            assertThat(after.getMax() - after.getMin()).isLessThanOrEqualTo(1);
        }
    }
}
