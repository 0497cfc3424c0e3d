package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import org.rung.campaigns.CampaignState;
import org.rung.common.Sentence;
import org.rung.texting.Home;
import org.rung.texting.HomeCard;
import org.rung.texting.TextingPaths;

/** A campaign one texts for: what is left of it, and whether this is its hour. */
class WorkCard extends HomeCard {

    WorkCard(Component screen, Home.Work work) {
        super(work.name(), left(screen, work), ways(screen, work));
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

    private static String left(Component screen, Home.Work work) {
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
        String hours = screen.getTranslation(
                work.openNow() ? "texting.home.openUntil" : "texting.home.opens",
                Phrases.time(work.openNow() ? work.closes() : work.opens(), Phrases.locale()));
        return hasMore(work)
                ? screen.getTranslation("texting.home.toGet", work.toGet(), hours)
                : screen.getTranslation("texting.home.left", work.held(), hours);
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
