package org.rung.events;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * An event as somebody wants it.
 *
 * @param title 1 to 120 characters
 * @param about at most 2,000 characters, shown to everyone
 * @param shifts at most 60; those that are there and not in it are called off
 * @param umbrella others hold events of their own under it; then it may have no shifts
 * @param kit what whoever hosts one under it should know: at most 4,000 characters
 */
public record EventDraft(
        String title,
        String about,
        ZoneId zone,
        Venue venue,
        Optional<Keyword> keyword,
        List<ShiftDraft> shifts,
        boolean umbrella,
        Optional<EventId> under,
        String kit) {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_ABOUT = 2_000;
    public static final int LONGEST_KIT = 4_000;
    public static final int MOST_SHIFTS = 60;

    public EventDraft {
        title = title.strip();
        about = about.strip();
        kit = kit.strip();
        shifts = List.copyOf(shifts);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new Problem.Invalid("title", "problem.length", 1, LONGEST_TITLE);
        }
        if (about.length() > LONGEST_ABOUT) throw new Problem.Invalid("about", "problem.too-long", LONGEST_ABOUT);
        if (kit.length() > LONGEST_KIT) throw new Problem.Invalid("kit", "problem.too-long", LONGEST_KIT);
        if (shifts.size() > MOST_SHIFTS) throw new Problem.Invalid("shifts", "problem.at-most", MOST_SHIFTS);
        if (umbrella && under.isPresent()) throw new Problem.Invalid("umbrella", "problem.umbrella-nested");
    }

    /** With a title, a place and one shift: what most are. */
    public static EventDraft of(String title, ZoneId zone, Venue venue, List<ShiftDraft> shifts) {
        return new EventDraft(title, "", zone, venue, Optional.empty(), shifts, false, Optional.empty(), "");
    }

    public EventDraft with(Keyword word) {
        return new EventDraft(title, about, zone, venue, Optional.of(word), shifts, umbrella, under, kit);
    }

    public EventDraft heldUnder(EventId other) {
        return new EventDraft(title, about, zone, venue, keyword, shifts, false, Optional.of(other), kit);
    }

    public EventDraft asUmbrella(String words) {
        return new EventDraft(title, about, zone, venue, keyword, shifts, true, Optional.empty(), words);
    }
}
