package org.rung.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an organization's people did, as it was counted last: some hundred rows a page, however many people there are. */
@Service
public class Reports {
    private final Counting counting;
    private final Organizations organizations;
    private final LadderCharts ladder;
    private final StepCharts steps;
    private final PromiseCharts promises;
    private final CampaignCharts campaigns;
    private final ReplyCharts replies;
    private final GivingCharts giving;
    private final WeekStore weeks;
    private final Clock clock;

    Reports(
            Counting counting,
            Organizations organizations,
            LadderCharts ladder,
            StepCharts steps,
            PromiseCharts promises,
            CampaignCharts campaigns,
            ReplyCharts replies,
            GivingCharts giving,
            WeekStore weeks,
            Clock clock) {
        this.counting = counting;
        this.organizations = organizations;
        this.ladder = ladder;
        this.steps = steps;
        this.promises = promises;
        this.campaigns = campaigns;
        this.replies = replies;
        this.giving = giving;
        this.weeks = weeks;
        this.clock = clock;
    }

    /** Whether this actor may see it: what people gave is for those who see amounts. */
    public static boolean open(Actor actor, Figure figure) {
        return actor.may(Permission.SEE_LADDER) && (figure != Figure.GIVING || actor.may(Permission.SEE_GIVING));
    }

    /**
     * A page of figures in the reader's language; days are those of the organization's zone. What happened in the last three
     * days was counted minutes ago, everything else last night.
     */
    @Transactional(readOnly = true)
    public Report of(Actor actor, Figure figure, ReportFilter filter, Locale reader) {
        actor.must(Permission.SEE_LADDER);
        if (figure == Figure.GIVING) actor.must(Permission.SEE_GIVING);
        var here = actor.organization();
        var zone = organizations.get(here).zone();
        var time = Timeline.of(here, zone, LocalDate.ofInstant(clock.instant(), zone), filter, reader);
        var charts =
                switch (figure) {
                    case LADDER -> ladder.of(time);
                    case STEPS -> steps.of(time);
                    case PROMISES -> promises.of(time);
                    case CAMPAIGNS -> campaigns.of(time);
                    case REPLIES -> replies.of(time);
                    case GIVING -> giving.of(time);
                };
        var run = counting.run(here);
        return new Report(figure, charts, run.flatMap(RunStore.Run::wholeAt), run.flatMap(RunStore.Run::latelyAt));
    }

    /** Counts everything now, which takes seconds where there is much; otherwise it is done at night. */
    public void count(Actor actor) {
        actor.must(Permission.ADMINISTER);
        counting.whole(actor.organization());
    }

    /** Seven days from a Monday on, of the commitment ladder. */
    @Transactional(readOnly = true)
    public Week week(Actor actor, LocalDate monday) {
        actor.must(Permission.SEE_LADDER);
        return weeks.of(actor.organization(), monday);
    }
}
