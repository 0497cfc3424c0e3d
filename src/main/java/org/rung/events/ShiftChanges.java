package org.rung.events;

import java.util.ArrayList;
import java.util.List;
import org.rung.common.Id;
import org.rung.common.Problem;

/** What becomes of an event's shifts when it is changed. A pure function of what is there and what is wanted. */
record ShiftChanges(List<Shift> added, List<Shift> changed, List<Shift> gone, List<Shift> after, boolean moved) {

    static ShiftChanges of(Event event, List<ShiftDraft> wanted) {
        List<Shift> added = new ArrayList<>();
        List<Shift> changed = new ArrayList<>();
        List<Shift> after = new ArrayList<>();
        boolean moved = false;
        for (ShiftDraft draft : wanted) {
            if (draft.shiftId().isEmpty()) {
                added.add(shift(event, draft, new ShiftId(Id.next())));
                continue;
            }
            Shift before = event.shift(draft.shiftId().get())
                    .filter(one -> !one.cancelled())
                    .orElseThrow(() -> new Problem.Conflict("problem.shift-gone"));
            Shift now = shift(event, draft, before.shiftId());
            moved |= !before.startsAt().equals(now.startsAt())
                    || !before.endsAt().equals(now.endsAt());
            if (!before.equals(now)) changed.add(now);
            after.add(now);
        }
        var kept = after.stream().map(Shift::shiftId).toList();
        List<Shift> gone = event.shifts().stream()
                .filter(one -> !one.cancelled() && !kept.contains(one.shiftId()))
                .toList();
        after.addAll(added);
        return new ShiftChanges(added, changed, gone, after, moved || !gone.isEmpty());
    }

    private static Shift shift(Event event, ShiftDraft draft, ShiftId id) {
        return new Shift(id, event.eventId(), draft.name(), draft.startsAt(), draft.endsAt(), draft.capacity(), false);
    }

    List<ShiftId> goneIds() {
        return gone.stream().map(Shift::shiftId).toList();
    }
}
