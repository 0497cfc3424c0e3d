package org.rung.promises.ui;

import static org.rung.promises.ui.PromiseWords.say;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.accounts.Organizations;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.commitments.SettledBy;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** Promises on the timeline of a supporter's page: made, and what became of them where no deed tells it. */
@Component
class PromisesTimeline implements TimelineSource {
    private final Commitments commitments;
    private final Organizations organizations;

    PromisesTimeline(Commitments commitments, Organizations organizations) {
        this.commitments = commitments;
        this.organizations = organizations;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        if (!actor.may(Permission.SEE_LADDER)) return List.of();
        ZoneId zone = organizations.get(actor.organization()).zone();
        Commitments.Moments moments = commitments.before(actor, supporterId, before, limit);
        return Stream.concat(
                        moments.promised().stream().map(promise -> made(promise, zone)),
                        moments.settled().stream().flatMap(promise -> became(promise).stream()))
                .sorted(Comparator.comparing(TimelineEntry::happenedAt).reversed())
                .limit(limit)
                .toList();
    }

    private static TimelineEntry made(Commitment promise, ZoneId zone) {
        String title = PromiseWords.title(promise);
        return new TimelineEntry(
                promise.promisedAt(),
                "action",
                PromiseWords.day(promise, zone)
                        .map(day -> say("promises.mark.day", title, PromiseWords.day(day)))
                        .orElseGet(() -> say("promises.mark", title)),
                promise.note(),
                promise.state() != CommitmentState.RELEASED,
                Optional.empty());
    }

    private static Optional<TimelineEntry> became(Commitment promise) {
        boolean byDeed = promise.settledBy()
                .filter(by -> by == SettledBy.ACTION || by == SettledBy.WORD)
                .isPresent();
        return byDeed
                ? Optional.empty()
                : promise.settledAt()
                        .map(at -> new TimelineEntry(
                                at,
                                "action",
                                say("promises.became." + promise.state(), PromiseWords.title(promise)),
                                promise.reason()));
    }
}
