package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.cast.Neighbor;
import org.rung.ladder.Standings;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Opting in by word is a step on the ladder; being on a list is none. */
class OptInsTest extends TextingStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Actions actions;

    @Autowired
    Standings standings;

    @Test
    void whoever_texts_start_is_on_the_second_rung_and_a_list_alone_moves_nobody() {
        Neighbor nia = Neighbor.of(house, here.organizationId());
        SupporterId her = known("Nia", nia);
        assertThat(position(her)).as("imported").isEqualTo(1);

        nia.texts("START");

        assertThat(optIns(her)).isEqualTo(1);
        assertThat(position(her)).isEqualTo(2);
    }

    @Test
    void the_word_again_is_the_same_opt_in_and_after_a_stop_it_is_another() {
        Neighbor nia = Neighbor.of(house, here.organizationId());
        SupporterId her = known("Nia", nia);
        nia.texts("START");
        String twice = nia.texts("start!");
        nia.delivers(twice, "start!");
        assertThat(optIns(her)).isEqualTo(1);

        clock.tick(Duration.ofDays(1));
        nia.texts("STOP");
        assertThat(optIns(her)).isEqualTo(1);
        clock.tick(Duration.ofDays(1));
        nia.texts("UNSTOP");
        assertThat(optIns(her)).isEqualTo(2);
    }

    @Test
    void a_household_shares_the_word_and_a_stranger_becomes_known_by_it() {
        Neighbor nia = Neighbor.of(house, here.organizationId());
        SupporterId her = known("Nia", nia);
        SupporterId brother = known("Obi", nia);
        nia.texts("START");
        assertThat(position(her)).isEqualTo(2);
        assertThat(position(brother)).isEqualTo(2);

        Neighbor stranger = Neighbor.of(house, here.organizationId());
        stranger.texts("START");
        SupporterId now = supporters.byPhone(ora, stranger.phone()).getFirst().supporterId();
        assertThat(optIns(now)).isEqualTo(1);
        assertThat(position(now)).isEqualTo(2);
    }

    private SupporterId known(String name, Neighbor neighbor) {
        return people(List.of(SupporterDraft.of(name, "Adeyemi", neighbor.phone())))
                .getFirst();
    }

    private long optIns(SupporterId who) {
        return actions.before(ora, who, clock.instant().plusSeconds(1), 100).stream()
                .filter(action -> action.type() == ActionType.OPTED_IN)
                .count();
    }

    private int position(SupporterId who) {
        return standings.of(ora, who).getFirst().position();
    }
}
