package org.rung.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;

class ThanksTest extends ImpactStory {

    @Test
    void thanks_wait_for_whom_they_are_and_once_read_are_kept_without_waiting() {
        var first = thanks.say(ora, tess.memberId(), " Eleven people came. Thank you! ");
        clock.tick(Duration.ofMinutes(1));
        thanks.say(here.member(Role.COORDINATOR), tess.memberId(), "What a week.");

        assertThat(thanks.unread(tess))
                .extracting(ThankYou::words)
                .containsExactly("Eleven people came. Thank you!", "What a week.");
        assertThat(thanks.unread(tom)).isEmpty();
        thanks.read(tom, first);
        assertThat(thanks.unread(tess)).hasSize(2);
        thanks.read(tess, first);
        assertThat(thanks.unread(tess)).extracting(ThankYou::words).containsExactly("What a week.");
        assertThat(thanks.all(tess))
                .extracting(ThankYou::words, ThankYou::read)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("What a week.", false),
                        org.assertj.core.groups.Tuple.tuple("Eleven people came. Thank you!", true));
        assertThat(thanks.all(tess).getLast().from()).startsWith("ORGANIZER");
        thanks.readAll(tess);
        assertThat(thanks.unread(tess)).isEmpty();
    }

    @Test
    void nobody_thanks_without_seeing_what_came_of_it_nor_themselves_nor_without_words() {
        assertThatThrownBy(() -> thanks.say(tess, tom.memberId(), "Thanks")).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> thanks.say(ora, ora.memberId(), "Thanks")).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> thanks.say(ora, tess.memberId(), " ")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> thanks.say(ora, tess.memberId(), "x".repeat(Thanks.LONGEST + 1)))
                .isInstanceOf(Problem.Invalid.class);
        var elsewhere = NewOrganization.with(db).member(Role.TEXTER);
        assertThatThrownBy(() -> thanks.say(ora, elsewhere.memberId(), "Thanks"))
                .isInstanceOf(Problem.Missing.class);
        assertThat(thanks.mayThank(ora, tess.memberId())).isTrue();
        assertThat(thanks.mayThank(ora, ora.memberId())).isFalse();
        assertThat(thanks.mayThank(tess, tom.memberId())).isFalse();
    }
}
