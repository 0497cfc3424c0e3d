package org.rung.pointpeople;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.EventStory;
import org.rung.filters.Comparison;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class PointPeopleTest extends EventStory {
    @Autowired
    PointPeople points;

    @Autowired
    SupporterList list;

    @Autowired
    Members members;

    private SupporterFilter point(boolean not, String who) {
        return new SupporterFilter("", List.of(new FilterLine("point", "", not, Comparison.IS, List.of(who))));
    }

    @Test
    void each_has_one_who_is_found_by_the_filter_and_the_later_word_holds() {
        Actor.Member tess = here.member(Role.TEXTER);
        SupporterId nia = person("Nia");
        person("Bo");
        points.put(ora, nia, Optional.of(tess.memberId()));
        points.put(ora, nia, Optional.of(ora.memberId()));
        assertThat(points.of(ora, nia)).map(Member::memberId).contains(ora.memberId());
        assertThat(list.count(ora, point(false, ora.memberId().text()))).isEqualTo(1);
        assertThat(list.count(ora, point(false, tess.memberId().text()))).isZero();
        assertThat(list.count(ora, point(true, "ANYONE"))).isEqualTo(1);
        points.put(ora, nia, Optional.empty());
        assertThat(points.of(ora, nia)).isEmpty();
    }

    @Test
    void all_whom_a_filter_matches_get_one_at_once_and_only_they() {
        SupporterId nia = person("Nia");
        SupporterId bo = person("Bo");
        SupporterId cal = person("Cal");
        supporters.tag(ora, Set.of(nia, bo), "block 7");
        var tagged = new SupporterFilter("", List.of(new FilterLine("tag", "", List.of("block 7"))));
        assertThat(points.putAll(ora, tagged, Set.of(), Optional.of(ora.memberId())))
                .isEqualTo(2);
        assertThat(points.of(here.organizationId(), List.of(nia, bo, cal))).containsOnlyKeys(nia, bo);
        assertThat(points.putAll(ora, tagged, Set.of(cal), Optional.of(ora.memberId())))
                .isEqualTo(1);
        assertThat(points.of(here.organizationId(), List.of(cal))).containsOnlyKeys(cal);
    }

    @Test
    void nobody_of_elsewhere_or_suspended_is_one_and_a_texter_changes_none() {
        SupporterId nia = person("Nia");
        Actor.Member spy = NewOrganization.with(db).member(Role.ADMIN);
        Actor.Member tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> points.put(ora, nia, Optional.of(spy.memberId())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> points.put(spy, nia, Optional.of(spy.memberId())))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> points.put(tess, nia, Optional.empty())).isInstanceOf(Problem.Refused.class);
        points.put(ora, nia, Optional.of(tess.memberId()));
        members.suspend(here.member(Role.ADMIN), tess.memberId());
        assertThat(points.of(here.organizationId(), List.of(nia))).isEmpty();
        assertThatThrownBy(() -> points.put(ora, nia, Optional.of(tess.memberId())))
                .isInstanceOf(Problem.Invalid.class);
    }
}
