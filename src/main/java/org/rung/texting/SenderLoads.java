package org.rung.texting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
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

    /** Segments a minute by the sender itself, and with its carriers' cap too; empty: no bound. */
    record Load(SenderId senderId, double people, OptionalDouble own, OptionalDouble capped) {}

    /** aMinute: of all senders that take part together; empty: no bound. */
    record Spread(List<Load> loads, OptionalDouble aMinute, long newPeople, long placesMissing) {}

    Spread spread(OrganizationId here, List<PlanStore.Alike> groups, List<Sender> running, Optional<SenderId> named) {
        Map<SenderId, Double> people = new HashMap<>();
        long fresh = 0;
        for (PlanStore.Alike group : groups) {
            Optional<SenderId> theirs = group.sender()
                    .filter(id -> running.stream()
                            .anyMatch(sender -> sender.senderId().equals(id)));
            if (theirs.isPresent()) {
                people.merge(theirs.get(), (double) group.people(), Double::sum);
            } else if (group.sender().isEmpty()) {
                fresh += group.people();
            }
        }
        List<Sender> takers = named.flatMap(id -> running.stream()
                        .filter(sender -> sender.senderId().equals(id))
                        .findFirst())
                .map(List::of)
                .orElse(running);
        long room = spreadNew(here, fresh, takers, people);
        Map<String, Long> sharing = running.stream()
                .filter(sender -> people.containsKey(sender.senderId()))
                .flatMap(sender -> sender.pacing().registration().map(Registration::code).stream())
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        List<Load> loads = running.stream()
                .filter(sender -> people.getOrDefault(sender.senderId(), 0.0) > 0)
                .map(sender -> load(sender, people.getOrDefault(sender.senderId(), 0.0), sharing))
                .toList();
        OptionalDouble all = loads.stream().allMatch(load -> load.capped().isPresent())
                ? OptionalDouble.of(loads.stream()
                        .mapToDouble(load -> load.capped().orElse(0))
                        .sum())
                : OptionalDouble.empty();
        return new Spread(loads, all, fresh, Math.max(0, fresh - room));
    }

    /** By free places, or evenly where no number fills up or all are full; how many places there are. */
    private long spreadNew(OrganizationId here, long fresh, List<Sender> takers, Map<SenderId, Double> people) {
        if (fresh == 0 || takers.isEmpty()) {
            return fresh;
        }
        Map<SenderId, Long> taken = known.people(here);
        List<Long> free = new ArrayList<>();
        for (Sender sender : takers) {
            OptionalLong places = rates.places(sender.pacing());
            free.add(
                    places.isEmpty()
                            ? fresh
                            : Math.max(0, places.getAsLong() - taken.getOrDefault(sender.senderId(), 0L)));
        }
        long room = free.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < takers.size(); i++) {
            double share = room == 0 ? 1.0 / takers.size() : (double) free.get(i) / room;
            people.merge(takers.get(i).senderId(), fresh * share, Double::sum);
        }
        return room;
    }

    private Load load(Sender sender, double people, Map<String, Long> sharing) {
        OptionalInt own = rates.own(sender.pacing());
        OptionalDouble ownRate = own.isPresent() ? OptionalDouble.of(own.getAsInt()) : OptionalDouble.empty();
        OptionalDouble capped = sender.pacing()
                .registration()
                .map(registration -> OptionalDouble.of(Math.min(
                        ownRate.orElse(Double.MAX_VALUE),
                        (double) rates.aMinute(registration.carrierClass())
                                / sharing.getOrDefault(registration.code(), 1L))))
                .orElse(ownRate);
        return new Load(sender.senderId(), people, ownRate, capped);
    }
}
