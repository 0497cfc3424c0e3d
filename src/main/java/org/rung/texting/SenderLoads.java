package org.rung.texting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rung.common.OrganizationId;
import org.rung.messaging.TextingWindow;
import org.rung.senders.PeopleOfSenders;
import org.rung.senders.Registration;
import org.rung.senders.Sender;
import org.rung.senders.SenderId;
import org.rung.senders.SenderRates;
import org.springframework.stereotype.Component;

/** Who would leave from which number: those who know one keep it, the others go where there is room. */
@Component
class SenderLoads {
    private final SenderRates rates;
    private final PeopleOfSenders known;

    SenderLoads(SenderRates rates, PeopleOfSenders known) {
        this.rates = rates;
        this.known = known;
    }

    /** People with the same hours and the same number, if they have one that is not retired. */
    record Group(TextingWindow window, Optional<SenderId> sender, double people) {}

    /**
     * What leaves at a rate of its own: a number, or all numbers of a registration.
     *
     * @param people by the hours inside which they may be texted
     * @param ahead segments that wait for it already, by when they are due
     * @param aMinute segments; empty: no bound
     */
    record Load(Map<TextingWindow, Double> people, SortedMap<Instant, Double> ahead, OptionalDouble aMinute) {
        private static Load of(Collection<Load> some, OptionalDouble aMinute) {
            Map<TextingWindow, Double> people = new LinkedHashMap<>();
            SortedMap<Instant, Double> ahead = new TreeMap<>();
            some.forEach(load -> {
                load.people().forEach((window, many) -> people.merge(window, many, Double::sum));
                load.ahead().forEach((due, many) -> ahead.merge(due, many, Double::sum));
            });
            return new Load(people, ahead, aMinute);
        }

        double all() {
            return people.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * @param numbers each by the rate that it may have itself
     * @param registrations by the carriers' cap, over all their numbers
     * @param aMinute of all that take part together; empty: no bound
     * @param paused people whose number pauses, by that number
     */
    record Spread(
            List<Load> numbers,
            List<Load> registrations,
            OptionalDouble aMinute,
            Map<Sender, Long> paused,
            long newPeople,
            long placesMissing) {}

    Spread spread(
            OrganizationId here,
            List<Group> groups,
            List<Sender> all,
            Optional<SenderId> named,
            Map<SenderId, SortedMap<Instant, Double>> queued) {
        Map<SenderId, Sender> senders = new LinkedHashMap<>();
        all.forEach(sender -> senders.put(sender.senderId(), sender));
        Optional<Sender> forNew = named.flatMap(id -> Optional.ofNullable(senders.get(id)));
        List<Sender> takers = forNew.map(List::of)
                .orElse(all.stream().filter(SenderLoads::runs).toList());
        Map<SenderId, Map<TextingWindow, Double>> people = new HashMap<>();
        Map<TextingWindow, Double> fresh = new LinkedHashMap<>();
        groups.forEach(group -> group.sender()
                .filter(senders::containsKey)
                .map(id -> people.computeIfAbsent(id, any -> new LinkedHashMap<>()))
                .orElse(fresh)
                .merge(group.window(), group.people(), Double::sum));
        double many = fresh.values().stream().mapToDouble(Double::doubleValue).sum();
        double room = spreadNew(here, fresh, many, takers, people);
        Map<Sender, Long> paused = new LinkedHashMap<>();
        Map<Sender, Load> loads = new LinkedHashMap<>();
        for (Sender sender : all) {
            Map<TextingWindow, Double> theirs = people.getOrDefault(sender.senderId(), Map.of());
            var load = new Load(theirs, queued.getOrDefault(sender.senderId(), new TreeMap<>()), own(sender));
            if (load.all() <= 0) continue;
            if (runs(sender)) loads.put(sender, load);
            else paused.put(sender, Math.round(load.all()));
        }
        Map<Registration, Load> registrations = registrations(all, loads, queued);
        return new Spread(
                List.copyOf(loads.values()),
                List.copyOf(registrations.values()),
                together(loads, registrations),
                paused,
                Math.round(many),
                Math.max(0, Math.round(many - room)));
    }

    private static boolean runs(Sender sender) {
        return sender.pausedAt().isEmpty();
    }

    private OptionalDouble own(Sender sender) {
        var own = rates.own(sender.pacing());
        return own.isPresent() ? OptionalDouble.of(own.getAsInt()) : OptionalDouble.empty();
    }

    /** What waits for numbers of a registration that take no part leaves before, too. */
    private Map<Registration, Load> registrations(
            List<Sender> all, Map<Sender, Load> loads, Map<SenderId, SortedMap<Instant, Double>> queued) {
        Map<Registration, List<Load>> by = new LinkedHashMap<>();
        for (Sender sender : all) {
            sender.pacing()
                    .registration()
                    .filter(any -> runs(sender))
                    .ifPresent(registration -> by.computeIfAbsent(registration, any -> new ArrayList<>())
                            .add(loads.getOrDefault(
                                    sender,
                                    new Load(
                                            Map.of(),
                                            queued.getOrDefault(sender.senderId(), new TreeMap<>()),
                                            OptionalDouble.empty()))));
        }
        Map<Registration, Load> found = new LinkedHashMap<>();
        by.forEach((registration, some) -> {
            var load = Load.of(some, OptionalDouble.of(rates.aMinute(registration.carrierClass())));
            if (load.all() > 0) found.put(registration, load);
        });
        return found;
    }

    private static OptionalDouble together(Map<Sender, Load> loads, Map<Registration, Load> registrations) {
        double sum = 0;
        Map<Registration, Double> own = new HashMap<>();
        for (var each : loads.entrySet()) {
            OptionalDouble rate = each.getValue().aMinute();
            Optional<Registration> registration = each.getKey().pacing().registration();
            if (registration.isPresent()) {
                own.merge(registration.get(), rate.orElse(Double.MAX_VALUE / 1_000), Double::sum);
            } else if (rate.isPresent()) {
                sum += rate.getAsDouble();
            } else {
                return OptionalDouble.empty();
            }
        }
        for (var each : registrations.entrySet()) {
            sum += Math.min(
                    own.getOrDefault(each.getKey(), 0.0),
                    each.getValue().aMinute().orElseThrow());
        }
        return loads.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** By free places, or evenly where no number fills up or all are full; how many places there are. */
    private double spreadNew(
            OrganizationId here,
            Map<TextingWindow, Double> fresh,
            double many,
            List<Sender> takers,
            Map<SenderId, Map<TextingWindow, Double>> people) {
        if (many == 0 || takers.isEmpty()) {
            return many;
        }
        Map<SenderId, Long> taken = known.people(here);
        List<Double> free = new ArrayList<>();
        for (Sender sender : takers) {
            OptionalLong places = rates.places(sender.pacing());
            free.add(
                    places.isEmpty()
                            ? many
                            : Math.max(0.0, places.getAsLong() - taken.getOrDefault(sender.senderId(), 0L)));
        }
        double room = free.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < takers.size(); i++) {
            double share = room == 0 ? 1.0 / takers.size() : free.get(i) / room;
            if (share == 0) continue;
            var theirs = people.computeIfAbsent(takers.get(i).senderId(), any -> new LinkedHashMap<>());
            fresh.forEach((window, some) -> theirs.merge(window, some * share, Double::sum));
        }
        return room;
    }
}
