package org.rung.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.actions.Money;
import org.rung.actions.Verification;
import org.rung.cast.AtOnce;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.ChartRow;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.Comparison;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderStory;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("store")
class ReportsTest extends LadderStory {
    @Autowired
    Reports reports;

    @Autowired
    Counting counting;

    @Autowired
    SupporterList list;

    @Test
    void people_stand_where_their_moves_have_brought_them_step_by_step() {
        var nia = came("2026-07-01T12:00:00Z");
        var sam = came("2026-08-15T12:00:00Z");
        did(nia, ActionType.SIGNED, "2026-08-02T12:00:00Z");
        did(nia, ActionType.RECRUITED, "2026-09-03T12:00:00Z");
        did(sam, ActionType.SIGNED, "2026-09-04T12:00:00Z");
        counted();
        var standing = chart(Figure.LADDER, "standing", usual());
        assertThat(row(standing, "Jul 2026")).startsWith(1L, 0L, 0L);
        assertThat(row(standing, "Aug 2026")).startsWith(1L, 1L, 0L);
        assertThat(row(standing, "Sep 2026")).startsWith(0L, 1L, 1L);
        assertThat(row(standing, "Oct 2026")).startsWith(0L, 1L, 1L);
    }

    @Test
    void every_move_leads_to_exactly_its_people() {
        var nia = came("2026-07-01T12:00:00Z");
        came("2026-07-01T12:00:00Z");
        did(nia, ActionType.SIGNED, "2026-09-02T12:00:00Z");
        counted();
        var filter = new ReportFilter(LadderKind.COMMITMENT, 12, Optional.of(YearMonth.of(2026, 9)), StepsBy.SOURCE);
        var flow = chart(Figure.LADDER, "flow", filter);
        assertThat(flow.rows()).hasSize(1);
        assertThat(flow.rows().getFirst().names()).containsExactly("1 Observing", "2 Endorsing");
        assertThat(flow.rows().getFirst().amounts().getFirst().link())
                .contains("supporters?kind=moved&key=COMMITMENT%3A1%3E2&compare=DURING&value=2026-09-01%2F2026-09-30");
        assertThat(people(new FilterLine(
                        "moved", "COMMITMENT:1>2", false, Comparison.DURING, List.of("2026-09-01/2026-09-30"))))
                .containsExactly(nia);
        assertThat(people(new FilterLine(
                        "moved", "COMMITMENT:1>2", false, Comparison.DURING, List.of("2026-08-01/2026-08-31"))))
                .isEmpty();
        assertThat(people(new FilterLine("moved", "COMMITMENT:up", false, Comparison.WITHIN, List.of("90"))))
                .containsExactly(nia);
    }

    @Test
    void a_day_is_one_of_the_organizations_zone() {
        zone("America/Los_Angeles");
        var nia = came("2026-07-01T12:00:00Z");
        // Still September in Los Angeles.
        did(nia, ActionType.SIGNED, "2026-10-01T05:00:00Z");
        counted();
        var balance = chart(Figure.LADDER, "balance", usual());
        assertThat(row(balance, "Sep 2026")).containsExactly(1L, 0L);
        assertThat(row(balance, "Oct 2026")).containsExactly(0L, 0L);
        assertThat(people(
                        new FilterLine("acted", "SIGNED", false, Comparison.DURING, List.of("2026-09-30/2026-09-30"))))
                .containsExactly(nia);
    }

    @Test
    void counting_again_changes_nothing_and_what_was_voided_is_gone_by_the_next_night() {
        var nia = came("2026-07-01T12:00:00Z");
        var signed = did(nia, ActionType.SIGNED, "2026-08-02T12:00:00Z");
        counted();
        counted();
        assertThat(row(chart(Figure.LADDER, "balance", usual()), "Aug 2026")).containsExactly(1L, 0L);
        actions.voidAction(system, signed, "Twice");
        counting.round();
        assertThat(row(chart(Figure.LADDER, "balance", usual()), "Aug 2026"))
                .as("the round by day counts the last days alone")
                .containsExactly(1L, 0L);
        clock.tick(Duration.ofDays(1));
        counting.round();
        assertThat(row(chart(Figure.LADDER, "balance", usual()), "Aug 2026")).containsExactly(0L, 0L);
    }

    @Test
    void of_two_who_count_at_the_same_moment_nothing_is_counted_twice() throws Exception {
        var nia = came("2026-07-01T12:00:00Z");
        did(nia, ActionType.SIGNED, "2026-08-02T12:00:00Z");
        List<Callable<Boolean>> four = Collections.nCopies(4, () -> {
            counted();
            return true;
        });
        AtOnce.all(four);
        assertThat(row(chart(Figure.LADDER, "balance", usual()), "Aug 2026")).containsExactly(1L, 0L);
        assertThat(row(chart(Figure.LADDER, "standing", usual()), "Aug 2026")).startsWith(0L, 1L);
    }

    @Test
    void what_happens_today_shows_within_minutes() {
        counted();
        var nia = came(clock.instant().toString());
        did(nia, ActionType.SIGNED, clock.instant().toString());
        clock.tick(Duration.ofMinutes(10));
        counting.round();
        var report = reports.of(system, Figure.LADDER, usual(), Locale.ENGLISH);
        assertThat(report.latelyAt()).contains(clock.instant());
        assertThat(row(chart(Figure.LADDER, "standing", usual()), "Oct 2026")).startsWith(0L, 1L);
    }

    @Test
    void half_of_those_who_rose_from_a_source_had_by_then() {
        for (int days : List.of(1, 3, 10)) {
            var who = came("2026-07-01T12:00:00Z", "Petition");
            did(
                    who,
                    ActionType.SIGNED,
                    Instant.parse("2026-07-01T12:00:00Z")
                            .plus(Duration.ofDays(days))
                            .toString());
        }
        came("2026-07-01T12:00:00Z", "Petition");
        came("2026-07-01T12:00:00Z", "Street");
        counted();
        var steps = chart(Figure.STEPS, "from-1", usual());
        assertThat(steps.rows()).extracting(row -> row.names().getFirst()).containsExactly("Petition", "Street");
        assertThat(steps.rows().getFirst().amounts())
                .extracting(one -> one.in(Locale.ENGLISH))
                .containsExactly("4", "3", "75 %", "3");
        assertThat(steps.rows().getLast().amounts())
                .extracting(one -> one.in(Locale.ENGLISH))
                .containsExactly("1", "0", "0 %", "–");
    }

    @Test
    void somebody_waits_from_their_first_text_that_nobody_answered() {
        var tess = neighbors.member(Role.TEXTER);
        long thread = thread();
        text(thread, "OUT", "FIRST_TEXT", tess, "2026-10-12T15:00:00Z");
        text(thread, "IN", "INBOUND", null, "2026-10-12T15:10:00Z");
        text(thread, "IN", "INBOUND", null, "2026-10-12T15:12:00Z");
        text(thread, "OUT", "REPLY", tess, "2026-10-12T15:13:00Z");
        // Nobody had written since: it answers nothing.
        text(thread, "OUT", "REPLY", tess, "2026-10-12T15:14:00Z");
        counted();
        var texters = chart(Figure.REPLIES, "texters", usual());
        assertThat(texters.rows()).hasSize(1);
        // Three minutes: from two to four is one step.
        assertThat(texters.rows().getFirst().amounts())
                .extracting(one -> one.in(Locale.ENGLISH))
                .containsExactly("1", "3", "100 %");
    }

    @Test
    void amounts_are_added_by_currency_and_only_for_those_who_may_see_them() {
        var nia = came("2026-07-01T12:00:00Z");
        gave(nia, 1_050, "USD", "2026-09-01T12:00:00Z");
        gave(nia, 2_000, "USD", "2026-09-02T12:00:00Z");
        gave(nia, 700, "JPY", "2026-09-02T12:00:00Z");
        counted();
        assertThat(chart(Figure.GIVING, "giving-USD", usual())
                        .rows()
                        .get(10)
                        .amounts()
                        .getFirst())
                .isEqualTo(Amount.money(new BigDecimal("30.50"), "USD")
                        .leadingTo("supporters?kind=acted&key=GAVE&compare=DURING&value=2026-09-01%2F2026-09-30"));
        assertThat(chart(Figure.GIVING, "giving-JPY", usual())
                        .rows()
                        .get(10)
                        .amounts()
                        .getFirst()
                        .in(Locale.US))
                .isEqualTo("¥700");
        Actor.Member ora = neighbors.member(Role.ORGANIZER);
        assertThatThrownBy(() -> reports.of(ora, Figure.GIVING, usual(), Locale.ENGLISH))
                .isInstanceOf(Problem.Refused.class);
        assertThat(Reports.open(ora, Figure.GIVING)).isFalse();
        assertThatThrownBy(() -> reports.of(neighbors.member(Role.TEXTER), Figure.LADDER, usual(), Locale.ENGLISH))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void another_organization_sees_nothing_of_it() {
        var nia = came("2026-07-01T12:00:00Z");
        did(nia, ActionType.SIGNED, "2026-08-02T12:00:00Z");
        counted();
        var strangers = strangers();
        counting.whole(strangers.organizationId());
        var spy = strangers.member(Role.ADMIN);
        for (var figure : Figure.values()) {
            assertThat(reports.of(spy, figure, usual(), Locale.ENGLISH).charts())
                    .as(figure.name())
                    .allMatch(Chart::nothing);
        }
    }

    @Test
    void who_was_never_counted_is_told_so() {
        assertThat(reports.of(system, Figure.LADDER, usual(), Locale.ENGLISH).wholeAt())
                .isEmpty();
    }

    private static ReportFilter usual() {
        return ReportFilter.USUAL;
    }

    private void counted() {
        counting.whole(neighbors.organizationId());
    }

    private Chart chart(Figure figure, String key, ReportFilter filter) {
        return reports.of(system, figure, filter, Locale.ENGLISH).charts().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> row(Chart chart, String name) {
        return chart.rows().stream()
                .filter(row -> row.names().getFirst().equals(name))
                .map(ChartRow::amounts)
                .findFirst()
                .orElseThrow()
                .stream()
                .map(one -> one.value().orElseThrow().longValue())
                .toList();
    }

    private List<SupporterId> people(FilterLine line) {
        return list
                .page(
                        system,
                        new SupporterFilter("", List.of(line)),
                        org.rung.filters.SupporterOrder.NEWEST,
                        org.rung.common.Page.Wanted.first(50))
                .rows()
                .stream()
                .map(row -> row.supporterId())
                .toList();
    }

    private SupporterId came(String at) {
        return came(at, "");
    }

    private SupporterId came(String at, String source) {
        var id = supporter();
        db.execute(
                "update supporters set created_at = ?, source = ? where supporter_id = ?",
                LocalDateTime.ofInstant(Instant.parse(at), ZoneOffset.UTC),
                source,
                id.value());
        return id;
    }

    private ActionId did(SupporterId who, ActionType type, String at) {
        return actions.record(system, Evidence.said(who, type, Instant.parse(at)));
    }

    private void gave(SupporterId who, long minor, String currency, String at) {
        actions.record(
                system,
                new ActionDraft(
                        who,
                        ActionType.GAVE,
                        1,
                        Optional.of(new Money(minor, currency)),
                        Verification.SYSTEM,
                        Instant.parse(at),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
    }

    private void zone(String zone) {
        db.execute(
                "update organizations set zone = ? where organization_id = ?",
                zone,
                neighbors.organizationId().value());
    }

    private long thread() {
        long id = Id.next();
        db.execute(
                "insert into threads (thread_id, organization_id, phone, created_at) values (?, ?, ?, '2026-10-01')",
                id,
                neighbors.organizationId().value(),
                "+1415555" + (1_000 + Math.abs(id % 9_000)));
        return id;
    }

    private void text(
            long thread,
            String direction,
            String purpose,
            Actor.@org.jspecify.annotations.Nullable Member by,
            String at) {
        var then = LocalDateTime.ofInstant(Instant.parse(at), ZoneOffset.UTC);
        db.execute(
                "insert into messages (message_id, organization_id, thread_id, phone, direction, purpose, state, body,"
                        + " member_id, happened_at, created_at) values (?, ?, ?, '+14155550000', ?, ?, ?, 'Hi', ?, ?, ?)",
                Id.next(),
                neighbors.organizationId().value(),
                thread,
                direction,
                purpose,
                direction.equals("IN") ? "RECEIVED" : "DELIVERED",
                by == null ? null : by.memberId().value(),
                then,
                then);
    }

    @Test
    void a_week_is_told_beside_the_one_before() {
        var nia = came("2026-10-06T12:00:00Z");
        did(nia, ActionType.SIGNED, "2026-10-07T12:00:00Z");
        counted();
        var week = reports.week(system, LocalDate.of(2026, 10, 5));
        assertThat(List.of(week.came(), week.rose(), week.fell())).containsExactly(1L, 1L, 0L);
        assertThat(reports.week(system, LocalDate.of(2026, 9, 28)).quiet()).isTrue();
    }
}
