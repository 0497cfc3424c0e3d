package org.rung.ladder.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.ladder.Ladders;
import org.rung.ladder.MoveRow;
import org.rung.ladder.RungNames;
import org.rung.ladder.Standings;
import org.rung.ladder.StartingWords;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** How someone moved, for the timeline on their page; what was voided is left to the history. */
@Component
class LadderTimeline implements TimelineSource {
    private final Standings standings;
    private final Ladders ladders;

    LadderTimeline(Standings standings, Ladders ladders) {
        this.standings = standings;
        this.ladders = ladders;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        RungNames rungs = ladders.names(actor.organization());
        return standings.moves(actor, supporterId, before, limit).stream()
                .filter(move -> move.voided().isEmpty())
                .map(move -> entry(move, rungs))
                .toList();
    }

    private static TimelineEntry entry(MoveRow move, RungNames rungs) {
        String key = move.to() > move.from() ? "ladder.timeline.up" : "ladder.timeline.down";
        return new TimelineEntry(
                move.happenedAt(),
                "move",
                I18NProvider.translate(key, StartingWords.in(Sentences.language(), rungs.to(move))),
                move.words());
    }
}
