package org.rung.people;

import java.time.Instant;
import java.util.List;
import org.rung.common.Actor;

/** What a room adds to the timeline on a supporter's page. */
public interface TimelineSource {
    /** The latest entries before that instant, newest first. */
    List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit);
}
