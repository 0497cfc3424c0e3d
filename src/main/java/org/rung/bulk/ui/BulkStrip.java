package org.rung.bulk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.Duration;
import org.rung.bulk.BulkPaths;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Page;

/** The latest jobs, above the list of people they are about: those at work, and those that ended a moment ago. */
class BulkStrip extends Div {
    private static final int SHOWN = 3;
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final BulkWork work;
    private final BulkScreens screens;
    private final Actor actor;
    private final Clock clock;

    BulkStrip(BulkWork work, BulkScreens screens, Actor actor, Clock clock) {
        this.work = work;
        this.screens = screens;
        this.actor = actor;
        this.clock = clock;
        addClassNames("card", "exchange-list", "bulk-strip");
        getElement().setAttribute("role", "list");
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        redraw();
        var watch = screens.watch(actor.organization(), this, this::redraw);
        addDetachListener(gone -> {
            watch.remove();
            gone.unregisterListener();
        });
    }

    private void redraw() {
        var now = clock.instant();
        var jobs = work.page(actor, Page.Wanted.first(SHOWN)).rows().stream()
                .filter(job -> job.working()
                        || job.endedAt()
                                .filter(ended -> ended.isAfter(now.minus(FRESH)))
                                .isPresent())
                .toList();
        removeAll();
        setVisible(!jobs.isEmpty());
        jobs.forEach(job -> add(new BulkRow(work, actor, job, now)));
        if (!jobs.isEmpty()) {
            var all = new Div(new Anchor(BulkPaths.BULK, getTranslation("bulk.all")));
            all.addClassNames("bulk-all", "small");
            add(all);
        }
    }
}
