package org.rung.asks;

import java.util.List;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.ladder.Ladder;
import org.rung.ladder.Rung;
import org.rung.people.SupporterId;

/** The ladder at a glance, over a window of days up to now; before: the same number in the window before it. */
public record Board(
        Ladder ladder,
        int days,
        long people,
        List<Level> levels,
        long up,
        long upBefore,
        long faded,
        long fadedBefore,
        long slipping,
        long ready,
        List<Mover> movers) {

    /** A rung with the people on it; up: moves from it to a higher one. */
    public record Level(Rung rung, long people, long up, long upBefore, long faded, long ready) {}

    /** A member whose conversations moved people up; supporters: how many different ones. */
    public record Mover(MemberId memberId, String name, long moves, long supporters) {}

    /** Someone ready for the next ask. */
    public record Ready(SupporterId supporterId, String name, int position, String rung, Optional<NextAsk> ask) {}
}
