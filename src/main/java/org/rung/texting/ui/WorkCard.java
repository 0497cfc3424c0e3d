package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.rung.campaigns.CampaignState;
import org.rung.common.Sentence;
import org.rung.texting.Home;
import org.rung.texting.HomeCard;
import org.rung.texting.TextingPaths;

/** A campaign one texts for: what is left of it, and whether this is its hour. */
class WorkCard extends HomeCard {

    WorkCard(Component screen, Home.Work work, ZoneId zone, Instant now) {
        super(work.name(), left(screen, work, zone, now), ways(screen, work));
        int total = work.held() + work.doneOfBatch();
        if (total > 0) {
            add(new FilledBar(100.0 * work.doneOfBatch() / total)
                    .named(screen.getTranslation("texting.first.progressOf", work.doneOfBatch(), total)));
        }
    }

    private static boolean runs(Home.Work work) {
        return work.state() == CampaignState.RUNNING;
    }

    private static boolean hasMore(Home.Work work) {
        return runs(work) && work.held() == 0 && work.toGet() > 0;
    }

    private static String left(Component screen, Home.Work work, ZoneId zone, Instant now) {
        if (!runs(work)) {
            return work.pauseReason()
                    .filter(reason -> !reason.isBlank())
                    .map(reason ->
                            screen.getTranslation("texting.home.pausedWhy", Sentence.said(reason, Phrases.locale())))
                    .orElse(screen.getTranslation("texting.home.paused"));
        }
        if (work.held() == 0 && work.openNow() && !hasMore(work)) {
            return screen.getTranslation(work.selfServe() ? "texting.home.none" : "texting.home.handedOut");
        }
        String hours = hours(screen, work, zone, now);
        return hasMore(work)
                ? screen.getTranslation("texting.home.toGet", work.toGet(), hours)
                : screen.getTranslation("texting.home.left", work.held(), hours);
    }

    /** By the texter's own clock, whatever the zones of those they text. */
    private static String hours(Component screen, Home.Work work, ZoneId zone, Instant now) {
        Locale locale = Phrases.locale();
        return work.openNow()
                ? work.closes()
                        .map(at -> screen.getTranslation("texting.home.openUntil", Phrases.time(at, zone, locale)))
                        .orElse("")
                : work.opens()
                        .map(at -> today(at, now, zone)
                                ? screen.getTranslation("texting.home.opens", Phrases.time(at, zone, locale))
                                : screen.getTranslation("texting.home.opensOn", Phrases.when(at, zone, locale)))
                        .orElse(screen.getTranslation("texting.home.closed"));
    }

    private static boolean today(Instant at, Instant now, ZoneId zone) {
        return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    private static Component[] ways(Component screen, Home.Work work) {
        if (!hasMore(work) && (!runs(work) || work.held() == 0)) {
            return new Component[0];
        }
        String words = work.held() > 0
                ? "texting.home.text"
                : work.doneOfBatch() > 0 ? "texting.home.getMore" : "texting.home.start";
        return new Component[] {way(screen, words, TextingPaths.text(work.campaignId()), true)};
    }
}
