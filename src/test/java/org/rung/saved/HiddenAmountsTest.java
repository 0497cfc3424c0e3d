package org.rung.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Money;
import org.rung.actions.Verification;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.EventStory;
import org.rung.filters.Comparison;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.people.SupporterId;
import org.rung.pointpeople.PointPeople;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;

/** How much people gave is not read by halving the amount in a filter. */
class HiddenAmountsTest extends EventStory {
    @Autowired
    SupporterList list;

    @Autowired
    Turfs turfs;

    @Autowired
    SavedFilters saved;

    @Autowired
    BulkWork bulk;

    @Autowired
    PointPeople points;

    @Autowired
    Actions actions;

    private static SupporterFilter lines(FilterLine... lines) {
        return new SupporterFilter("", List.of(lines));
    }

    private static void refused(ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Problem.Invalid.class, wrong -> {
            assertThat(wrong.field()).isEqualTo("filter");
            assertThat(wrong.sentence().key()).isEqualTo("problem.filter-hidden");
        });
    }

    @Test
    void whoever_does_not_see_gifts_asks_no_filter_for_amounts_at_any_door_nor_through_a_saved_one_of_others() {
        SupporterId nia = person("Nia");
        actions.record(
                system,
                new ActionDraft(
                        nia,
                        ActionType.GAVE,
                        1,
                        Optional.of(new Money(5_000, "USD")),
                        Verification.SYSTEM,
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
        Actor.Member cory = here.member(Role.COORDINATOR);
        SupporterFilter gave = lines(new FilterLine("gave", "USD", false, Comparison.MORE, List.of("20")));
        SavedFilterId theirs = saved.save(cory, "Large givers", gave);
        SupporterFilter through = lines(new FilterLine("saved", "", List.of(theirs.text())));
        assertThat(list.count(cory, gave)).isEqualTo(1);
        assertThat(list.count(cory, through)).isEqualTo(1);

        for (SupporterFilter asked : List.of(gave, through)) {
            refused(() -> list.count(ora, asked));
            refused(() -> list.count(ora, asked, 10));
            refused(() -> list.page(ora, asked, Page.Wanted.first(10)));
            refused(() -> turfs.count(ora, asked));
            refused(() -> turfs.counted(ora, asked));
            refused(() -> turfs.cut(ora, "Givers", asked));
            refused(() -> turfs.freeze(ora, "Givers", asked));
            refused(() -> bulk.start(ora, BulkWish.tag("giver", asked, Set.of())));
            refused(() -> points.putAll(ora, asked, Set.of(), Optional.of(ora.memberId())));
        }
        refused(() -> saved.save(ora, "Mine", gave));
        var turf = turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE);
        refused(() -> turfs.recut(ora, turf, gave));
        assertThat(list.count(ora, lines(new FilterLine("acted", "", List.of("GAVE")))))
                .isEqualTo(1);
    }
}
