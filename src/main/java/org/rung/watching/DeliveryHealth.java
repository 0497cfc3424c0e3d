package org.rung.watching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.messaging.MessageState;
import org.rung.messaging.Undecided;
import org.rung.senders.ErrorTable;
import org.rung.senders.Registration;
import org.rung.senders.SenderRates;
import org.rung.senders.Senders;
import org.rung.watching.CountStore.Sums;
import org.rung.watching.WaitingStore.Waiting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the texts of one organization fare: what waits, what its senders do, what failed and why. */
@Service
public class DeliveryHealth {
    private final WaitingStore waiting;
    private final CountStore counts;
    private final Senders senders;
    private final SenderRates rates;
    private final Undecided undecided;
    private final ErrorTable table;
    private final Clock clock;

    DeliveryHealth(
            WaitingStore waiting,
            CountStore counts,
            Senders senders,
            SenderRates rates,
            Undecided undecided,
            ErrorTable table,
            Clock clock) {
        this.waiting = waiting;
        this.counts = counts;
        this.senders = senders;
        this.rates = rates;
        this.undecided = undecided;
        this.table = table;
        this.clock = clock;
    }

    /** The queue as it is now; what became of texts as it was up to ten seconds ago, by whole hours. */
    @Transactional(readOnly = true)
    public Health of(Actor actor) {
        actor.must(Permission.ADMINISTER);
        OrganizationId here = actor.organization();
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        List<Sums> sums = counts.since(here, hour.minus(Duration.ofHours(23)), hour.minus(Duration.ofHours(167)));
        var paces = counts.within(here, now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(1)));
        var lanes = waiting.lanes(here);
        List<Health.Pace> senders = this.senders.all(actor).stream()
                .map(sender -> {
                    var pace = paces.getOrDefault(sender.senderId(), new CountStore.Pace(0, 0));
                    return new Health.Pace(
                            sender,
                            lanes.getOrDefault(sender.senderId(), 0),
                            pace.texts(),
                            pace.segments(),
                            rates.own(sender.pacing()));
                })
                .toList();
        return new Health(
                now,
                queue(waiting.of(here)),
                senders,
                registrations(senders),
                came(sums, Sums::day),
                came(sums, Sums::week),
                lag(sums),
                failures(sums),
                undecided.count(here));
    }

    /** Each once, however many numbers it has. */
    private List<Health.Shared> registrations(List<Health.Pace> senders) {
        Map<Registration, List<Health.Pace>> by = new LinkedHashMap<>();
        senders.forEach(pace -> pace.sender()
                .pacing()
                .registration()
                .ifPresent(each ->
                        by.computeIfAbsent(each, any -> new ArrayList<>()).add(pace)));
        return by.entrySet().stream()
                .map(each -> new Health.Shared(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream().mapToInt(Health.Pace::texts).sum(),
                        each.getValue().stream().mapToInt(Health.Pace::segments).sum(),
                        rates.aMinute(each.getKey().carrierClass())))
                .toList();
    }

    private static Health.Queue queue(List<Waiting> rows) {
        Map<MessageState, Waiting> by = rows.stream().collect(Collectors.toMap(Waiting::state, row -> row));
        return new Health.Queue(
                timed(by, MessageState.QUEUED),
                timed(by, MessageState.HELD),
                rows.stream().mapToInt(row -> row.texts() - row.timed()).sum(),
                timed(by, MessageState.SENDING),
                timed(by, MessageState.UNCONFIRMED),
                since(by, MessageState.QUEUED),
                since(by, MessageState.HELD),
                since(by, MessageState.UNCONFIRMED));
    }

    private static int timed(Map<MessageState, Waiting> by, MessageState state) {
        return Optional.ofNullable(by.get(state)).map(Waiting::timed).orElse(0);
    }

    private static Optional<Instant> since(Map<MessageState, Waiting> by, MessageState state) {
        return Optional.ofNullable(by.get(state)).flatMap(Waiting::since);
    }

    private static Health.Came came(List<Sums> sums, Function<Sums, Integer> many) {
        return new Health.Came(
                total(sums, Became.SENT, many), total(sums, Became.DELIVERED, many), total(sums, Became.FAILED, many));
    }

    private static Optional<Duration> lag(List<Sums> sums) {
        int delivered = total(sums, Became.DELIVERED, Sums::day);
        long millis = sums.stream()
                .filter(sum -> sum.what() == Became.DELIVERED)
                .mapToLong(Sums::dayLagMillis)
                .sum();
        return delivered == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis / delivered));
    }

    private static int total(List<Sums> sums, Became what, Function<Sums, Integer> many) {
        return sums.stream()
                .filter(sum -> sum.what() == what)
                .mapToInt(many::apply)
                .sum();
    }

    private List<Health.Failure> failures(List<Sums> sums) {
        return sums.stream()
                .filter(sum -> !sum.code().isEmpty())
                .collect(Collectors.groupingBy(Sums::code))
                .entrySet()
                .stream()
                .map(code -> new Health.Failure(
                        code.getKey(),
                        table.of(code.getKey()),
                        table.knows(code.getKey()),
                        code.getValue().stream().mapToInt(Sums::day).sum(),
                        code.getValue().stream().mapToInt(Sums::week).sum()))
                .sorted(Comparator.comparingInt(Health.Failure::week).reversed().thenComparing(Health.Failure::code))
                .toList();
    }
}
