package org.rung.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.consent.ConsentKind.OPTED_IN;
import static org.rung.consent.ConsentKind.OPTED_OUT;
import static org.rung.consent.ConsentKind.WRONG_NUMBER;
import static org.rung.consent.ConsentSource.IMPORT;
import static org.rung.consent.ConsentSource.MEMBER;
import static org.rung.consent.ConsentSource.REPLY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rung.consent.ConsentFold.Line;
import org.rung.consent.ConsentFold.Stand;

class ConsentFoldTest {
    private static final Instant T0 = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void nothing_said_is_no_standing() {
        assertThat(ConsentFold.of(List.of())).isEmpty();
    }

    @Test
    void a_list_lifts_neither_an_opt_out_nor_a_wrong_number() {
        assertThat(ConsentFold.of(List.of(at(0, OPTED_OUT, REPLY), at(1, OPTED_IN, IMPORT))))
                .contains(new Stand(OPTED_OUT, T0));
        assertThat(ConsentFold.of(List.of(at(0, WRONG_NUMBER, MEMBER), at(1, OPTED_IN, IMPORT))))
                .contains(new Stand(WRONG_NUMBER, T0));
    }

    @Test
    void the_persons_own_start_lifts_both() {
        assertThat(ConsentFold.of(List.of(at(0, OPTED_OUT, REPLY), at(1, OPTED_IN, REPLY))))
                .contains(new Stand(OPTED_IN, T0.plusSeconds(1)));
        assertThat(ConsentFold.of(List.of(at(0, WRONG_NUMBER, MEMBER), at(1, OPTED_IN, REPLY))))
                .contains(new Stand(OPTED_IN, T0.plusSeconds(1)));
    }

    @Test
    void a_wrong_number_does_not_soften_an_opt_out_and_an_opt_out_hardens_a_wrong_number() {
        assertThat(ConsentFold.of(List.of(at(0, OPTED_OUT, REPLY), at(1, WRONG_NUMBER, MEMBER))))
                .contains(new Stand(OPTED_OUT, T0));
        assertThat(ConsentFold.of(List.of(at(0, WRONG_NUMBER, MEMBER), at(1, OPTED_OUT, REPLY))))
                .contains(new Stand(OPTED_OUT, T0.plusSeconds(1)));
    }

    @Test
    void in_the_same_instant_the_opt_out_wins() {
        assertThat(ConsentFold.of(List.of(at(0, OPTED_OUT, REPLY), at(0, OPTED_IN, REPLY)))
                        .map(Stand::consent))
                .contains(OPTED_OUT);
    }

    @Test
    void any_order_of_arrival_gives_the_same() {
        var ledger = new ArrayList<>(List.of(
                at(0, OPTED_IN, IMPORT),
                at(5, OPTED_OUT, REPLY),
                at(6, OPTED_IN, IMPORT),
                at(9, OPTED_OUT, REPLY),
                at(20, OPTED_IN, REPLY),
                at(21, WRONG_NUMBER, MEMBER),
                at(30, OPTED_IN, MEMBER)));
        var chance = new Random(7);
        for (var i = 0; i < 200; i++) {
            Collections.shuffle(ledger, chance);
            assertThat(ConsentFold.of(ledger)).isEqualTo(Optional.of(new Stand(OPTED_IN, T0.plusSeconds(30))));
        }
    }

    private static Line at(int seconds, ConsentKind kind, ConsentSource source) {
        return new Line(kind, source, T0.plusSeconds(seconds));
    }
}
