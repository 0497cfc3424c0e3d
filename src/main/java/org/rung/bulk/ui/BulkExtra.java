package org.rung.bulk.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.Optional;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.filters.ListExtra;

/** Puts the jobs above the list of supporters. */
@org.springframework.stereotype.Component
class BulkExtra implements ListExtra {
    private final BulkWork work;
    private final BulkScreens screens;
    private final Clock clock;

    BulkExtra(BulkWork work, BulkScreens screens, Clock clock) {
        this.work = work;
        this.screens = screens;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> above(Actor actor, Shown list) {
        return actor.may(Permission.SEE_PEOPLE)
                ? Optional.of(new BulkStrip(work, screens, actor, clock))
                : Optional.empty();
    }
}
