package org.rung.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.common.OrganizationId;
import org.rung.database.Anew;
import org.rung.ladder.Ladders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts each organization's days: all of them at night, since what happened long ago may be learned of late, and the last
 * ones every few minutes. A month is one transaction, so that nobody waits and nobody sees half of one.
 */
@Component
class Counting {
    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int LATELY_DAYS = 3;
    /** What texters sent does not change any more once it has left; a late answer of the carrier may cancel it. */
    private static final int SETTLED_DAYS = 8;

    private static final int ORGANIZATIONS = 100;

    private final RunStore runs;
    private final MoveDayStore moves;
    private final TextDayStore texts;
    private final DeedDayStore deeds;
    private final StepStore steps;
    private final CampaignCountStore campaigns;
    private final Ladders ladders;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Counting(
            RunStore runs,
            MoveDayStore moves,
            TextDayStore texts,
            DeedDayStore deeds,
            StepStore steps,
            CampaignCountStore campaigns,
            Ladders ladders,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.moves = moves;
        this.texts = texts;
        this.deeds = deeds;
        this.steps = steps;
        this.campaigns = campaigns;
        this.ladders = ladders;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** Every organization once; one that cannot be counted does not keep the others from it. */
    void round() {
        var after = 0L;
        List<RunStore.Run> some;
        do {
            some = runs.after(after, ORGANIZATIONS);
            for (var run : some) {
                try {
                    count(run);
                } catch (RuntimeException broken) {
                    LOG.error("The reports of organization {} could not be counted", run.organizationId(), broken);
                }
                after = run.organizationId().value();
            }
        } while (some.size() == ORGANIZATIONS);
    }

    /** Everything, now. */
    void whole(OrganizationId organizationId) {
        runs.of(organizationId).ifPresent(run -> count(run, true));
    }

    private void count(RunStore.Run run) {
        var now = clock.instant().atZone(run.zone());
        var night = now.toLocalDate().atTime(NIGHT).atZone(run.zone());
        if (night.isAfter(now)) night = night.minusDays(1);
        var since = night.toInstant();
        count(run, run.wholeAt().filter(at -> !at.isBefore(since)).isEmpty());
    }

    private void count(RunStore.Run run, boolean whole) {
        var here = run.organizationId();
        var now = clock.instant();
        var tomorrow = LocalDate.ofInstant(now, run.zone()).plusDays(1);
        var lately = tomorrow.minusDays(LATELY_DAYS);
        var first = whole ? moves.firstDay(here).map(day -> day.minusDays(1)).orElse(lately) : lately;
        months(run, earlier(first, lately), tomorrow, (from, until, stretches) -> {
            moves.recountMoves(here, from, until, stretches);
            if (whole) moves.recountPeople(here, from, until, stretches);
            deeds.recount(here, from, until, stretches);
        });
        var unsettled = run.wholeAt().isEmpty()
                ? texts.firstDay(here).map(day -> day.minusDays(1)).orElse(lately)
                : tomorrow.minusDays(whole ? SETTLED_DAYS : LATELY_DAYS);
        months(
                run,
                earlier(unsettled, lately),
                tomorrow,
                (from, until, stretches) -> texts.recount(here, from, until, stretches));
        transaction.executeWithoutResult(status -> {
            runs.hold(here);
            if (!whole) moves.peopleToday(here, tomorrow.minusDays(1));
            if (whole) ladders.of(here).forEach(ladder -> steps.recount(here, ladder.ladderId(), now.minus(YEAR)));
            campaigns.recount(here, whole ? Instant.EPOCH : now.minus(Duration.ofDays(LATELY_DAYS)));
            runs.counted(here, whole, now);
        });
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private interface Work {
        void run(LocalDate from, LocalDate until, List<Stretch> stretches);
    }

    private void months(RunStore.Run run, LocalDate first, LocalDate last, Work work) {
        for (var from = first; from.isBefore(last); ) {
            var until = Stream.of(from.plusMonths(1), last)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            var begins = from;
            transaction.executeWithoutResult(status -> {
                runs.hold(run.organizationId());
                work.run(begins, until, Stretch.of(run.zone(), begins, until));
            });
            from = until;
        }
    }

    /** When it was counted; empty for whoever never was. */
    Optional<RunStore.Run> run(OrganizationId organizationId) {
        return runs.of(organizationId);
    }
}
