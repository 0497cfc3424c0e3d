package org.rung.texting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.common.Problem;
import org.rung.hours.Place;
import org.rung.messaging.TextingWindow;

/**
 * Whose hours of a campaign are open at a moment. numbers: the groups of its people whose are; others: those of whom no
 * group is known, by the organization's zone; everyone: nobody needs to be passed over. closes: when the last of them
 * close; opens: when the first open, while nobody's are.
 */
record OpenHours(
        List<Short> numbers, boolean others, boolean everyone, Optional<Instant> closes, Optional<Instant> opens) {

    /** Whoever hands out work for later asks for nobody's hours. */
    static final OpenHours ANY = new OpenHours(List.of(), true, true, Optional.empty(), Optional.empty());

    /** The hours of a group of a campaign's people. */
    record Group(short number, List<ZoneId> zones, List<Place> places) {
        TextingWindow window(LocalTime from, LocalTime until) {
            return new TextingWindow(zones, from, until, places);
        }
    }

    static OpenHours of(SendFacts.House house, Campaign campaign, List<Group> groups, Instant now) {
        boolean home = window(house, campaign, new Group((short) 0, List.of(house.zone()), List.of()))
                .open(now);
        List<Short> open = groups.stream()
                .filter(group -> window(house, campaign, group).open(now))
                .map(Group::number)
                .toList();
        List<TextingWindow> all = (groups.isEmpty()
                        ? List.of(new Group((short) 0, List.of(house.zone()), List.of()))
                        : groups)
                .stream().map(group -> window(house, campaign, group)).toList();
        return new OpenHours(
                open,
                home,
                home && open.size() == groups.size(),
                all.stream()
                        .filter(window -> window.open(now))
                        .map(window -> window.closing(now))
                        .max(Comparator.naturalOrder()),
                all.stream().flatMap(window -> opening(window, now).stream()).min(Comparator.naturalOrder()));
    }

    /** Whether anybody of the campaign may be texted now. */
    boolean anyone() {
        return closes.isPresent() || equals(ANY);
    }

    private static TextingWindow window(SendFacts.House house, Campaign campaign, Group group) {
        return group.window(campaign.textingFrom(), campaign.textingUntil()).within(house.from(), house.until());
    }

    private static Optional<Instant> opening(TextingWindow window, Instant now) {
        try {
            return Optional.of(window.nextOpening(now)).filter(now::isBefore);
        } catch (Problem.Invalid never) {
            return Optional.empty();
        }
    }
}
