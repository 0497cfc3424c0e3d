package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.ladder.LadderStory;
import org.rung.people.PeoplePaths;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A supporter's page as a coordinator uses it: promises, what they did, what to ask. */
class SupporterPageTest extends LadderStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Commitments commitments;

    @Test
    void a_coordinator_says_what_became_of_a_promise_and_where_they_stand_follows() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        promises(nia, "Thursday's meeting");
        promises(nia, "Saturday's walk");

        new Screens(house, db).as(cory, window -> {
            assertThat(Screens.on(window, PeoplePaths.supporter(nia)))
                    .contains("Promises", "Thursday's meeting", "Saturday's walk", "Commitment: Observing");
            Screens.press(window, "Kept: Thursday's meeting");
            assertThat(Screens.words(window)).contains("Earlier promises (1)", "written down by hand");
            Screens.press(window, "Kept: Saturday's walk");
            assertThat(Screens.words(window)).contains("Commitment: Attending", "Nothing is open.");
            Screens.press(window, "Not kept: Saturday's walk");
            assertThat(Screens.words(window)).contains("Commitment: Observing");
        });
        assertThat(commitments.of(cory, nia, 10))
                .extracting(one -> one.state())
                .containsExactly(CommitmentState.BROKEN, CommitmentState.KEPT);
    }

    private void promises(SupporterId who, String title) {
        clock.tick(Duration.ofSeconds(1));
        commitments.promise(system, who, AskFamily.COME, title, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
