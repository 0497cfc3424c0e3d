package org.rung.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.WaitingChanged;
import org.rung.cast.Announcements;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Sentence;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class NoticesTest {
    @Autowired
    Notices notices;

    @Autowired
    DSLContext db;

    @Autowired
    Announcements announcements;

    private NewOrganization here;
    private Actor.Member ada;

    @BeforeEach
    void found() {
        here = NewOrganization.with(db);
        ada = here.member(Role.ADMIN);
    }

    @Test
    void a_thousand_failures_are_one_notice_with_a_count_and_one_number_in_the_menu() throws Exception {
        Callable<Integer> fifty = () -> {
            for (int i = 0; i < 50; i++) tell("30034");
            return 50;
        };

        AtOnce.all(Collections.nCopies(20, fifty));

        var told = all(ada);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().times()).isEqualTo(1_000);
        assertThat(notices.unread(here.organizationId(), List.of(ada.memberId())))
                .isEqualTo(Map.of(ada.memberId(), 1));
        assertThat(announcements.of(WaitingChanged.class))
                .filteredOn(change -> change.organizationId().equals(here.organizationId()))
                .hasSize(1);
    }

    @Test
    void what_one_has_read_the_other_has_not() {
        var ora = here.member(Role.ORGANIZER);
        tell("30034");

        notices.read(ada, all(ada).getFirst().noticeId());

        assertThat(notices.unread(ada, 10)).isEmpty();
        assertThat(notices.unread(ora, 10)).hasSize(1);
        notices.readAll(ora);
        assertThat(notices.unread(ora, 10)).isEmpty();
        assertThat(all(ora)).hasSize(1);
    }

    @Test
    void a_trouble_that_comes_back_after_it_was_over_is_told_anew() {
        tell("30034");
        notices.readAll(ada);
        notices.over(here.organizationId(), "sender-paused", "7");
        tell("20003");

        assertThat(all(ada)).hasSize(2);
        assertThat(all(ada).getFirst().settledAt()).isEmpty();
        assertThat(all(ada).getLast().settledAt()).isPresent();
        assertThat(notices.unread(ada, 10)).hasSize(1);
    }

    @Test
    void it_is_said_in_the_language_of_who_reads() {
        tell("30034");

        var told = all(ada).getFirst();
        assertThat(told.in(Locale.ENGLISH)).contains("30034").isNotEqualTo(told.in(Locale.of("es")));
    }

    @Test
    void texters_and_other_organizations_are_told_nothing() {
        var tess = here.member(Role.TEXTER);
        var stranger = NewOrganization.with(db).member(Role.ADMIN);
        tell("30034");
        var noticeId = all(ada).getFirst().noticeId();

        assertThat(notices.unread(tess, 10)).isEmpty();
        assertThatThrownBy(() -> notices.page(tess, Page.Wanted.first(10))).isInstanceOf(Problem.Refused.class);
        assertThat(all(stranger)).isEmpty();
        assertThatThrownBy(() -> notices.read(stranger, noticeId)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> notices.settle(stranger, noticeId)).isInstanceOf(Problem.Missing.class);
        assertThat(all(ada).getFirst().settledAt()).isEmpty();
    }

    @Test
    void the_list_goes_on_where_the_page_before_ended() {
        for (int i = 0; i < 5; i++) {
            notices.tell(
                    here.organizationId(),
                    "new-code",
                    "4000" + i,
                    Sentence.of("problem.too-long", i),
                    Optional.empty());
        }

        var first = notices.page(ada, Page.Wanted.first(3));
        var rest = notices.page(ada, new Page.Wanted(first.next(), 3));

        assertThat(first.rows()).hasSize(3);
        assertThat(rest.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
        assertThat(rest.next()).isEmpty();
    }

    private void tell(String code) {
        notices.tell(
                here.organizationId(),
                "sender-paused",
                "7",
                Sentence.of("problem.unreachable", code),
                Optional.of("settings/senders"));
    }

    private List<Notice> all(Actor.Member reader) {
        return notices.page(reader, Page.Wanted.first(50)).rows();
    }
}
