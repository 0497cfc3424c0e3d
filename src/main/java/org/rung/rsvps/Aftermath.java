package org.rung.rsvps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.events.Event;
import org.rung.events.EventChanged;
import org.rung.events.EventState;
import org.rung.events.Events;
import org.rung.events.Shift;
import org.rung.events.ShiftId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows for those who come when an event changes or ends. */
@Component
class Aftermath {
    /** Lists come late from basements. */
    static final Duration LATE = Duration.ofHours(3);

    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final RsvpStore store;
    private final Seats seats;
    private final Attendance attendance;
    private final Events events;
    private final Commitments commitments;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Aftermath(
            RsvpStore store,
            Seats seats,
            Attendance attendance,
            Events events,
            Commitments commitments,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.seats = seats;
        this.attendance = attendance;
        this.events = events;
        this.commitments = commitments;
        this.announce = announce;
        this.clock = clock;
    }

    /** Whoever comes to what is called off has promised nothing any more; what is moved is due at another time. */
    @EventListener
    void changed(EventChanged changed) {
        Event event = events.find(changed.organizationId(), changed.eventId()).orElseThrow();
        if (event.state() == EventState.OVER) attendance.settleHosts(event, clock.instant());
        if (!changed.moved()) return;
        Map<CommitmentId, ShiftId> promises = store.promises(changed.organizationId(), changed.eventId());
        Map<ShiftId, List<CommitmentId>> byShift = new HashMap<>(promises.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        var script = new Actor.System(changed.organizationId());
        for (Shift shift : event.shifts()) {
            List<CommitmentId> theirs = byShift.getOrDefault(shift.shiftId(), List.of());
            if (theirs.isEmpty()) continue;
            if (shift.cancelled() || event.state() == EventState.CANCELLED) commitments.release(script, theirs);
            else commitments.due(script, theirs, shift.startsAt());
        }
    }

    /** Places that became free without anybody saying so. */
    @Transactional
    boolean fill(int batch) {
        var free = store.perhapsFree(clock.instant(), batch);
        free.forEach(one -> {
            Shift shift = events.lock(one.organizationId(), one.shiftId());
            events.find(one.organizationId(), shift.eventId()).ifPresent(event -> seats.fill(event, shift));
        });
        return free.size() == batch;
    }

    /**
     * Whoever said that they come and was not seen where others were seen. Where nobody was checked in at all, nobody
     * knows who came. A check-in that comes later still counts.
     */
    @Transactional
    boolean settle(int batch) {
        Instant now = clock.instant();
        var ended = store.unsettled(now.minus(LATE), now.minus(LOOKED_BACK), batch);
        for (var one : ended) {
            events.lock(one.organizationId(), one.shiftId());
            store.missed(one.organizationId(), one.shiftId());
            events.find(one.organizationId(), one.eventId()).ifPresent(event -> attendance.settleHosts(event, now));
            announce.publishEvent(new RsvpMoved(one.organizationId(), one.eventId(), List.of()));
        }
        return ended.size() == batch;
    }
}
