package org.rung.scripts.ui;

import java.util.List;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.events.EventFilter;
import org.rung.events.EventRow;
import org.rung.events.EventState;
import org.rung.events.Events;
import org.rung.filters.SupporterList;
import org.rung.links.Links;
import org.rung.media.Pictures;
import org.rung.people.Supporters;
import org.rung.scripts.Occasions;
import org.rung.scripts.Readers;
import org.rung.scripts.Scripts;
import org.springframework.stereotype.Component;

/** The front doors that the studio knocks at. */
@Component
record StudioDoors(
        Scripts scripts,
        Readers readers,
        Occasions occasions,
        SupporterList list,
        Members members,
        Supporters supporters,
        PlayDoors play,
        SignedIn signedIn,
        Labels labels,
        Links links,
        Pictures pictures,
        Events events) {
    private static final int EVENTS = 50;

    /** That an answer may sign somebody up for. */
    List<EventRow> nextEvents() {
        var script = new Actor.System(signedIn.actor().organization());
        return events.page(script, EventFilter.UPCOMING, Page.Wanted.first(EVENTS)).rows().stream()
                .filter(event -> event.state() == EventState.PUBLISHED && !event.umbrella())
                .toList();
    }
}
