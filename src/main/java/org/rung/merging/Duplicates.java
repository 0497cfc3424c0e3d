package org.rung.merging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looks like being in the list twice. */
@Service
public class Duplicates {
    private static final int MOST_COUNTED = 10_000;
    /** Whoever presses again at once finds what was just found. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final DuplicateStore store;
    private final AlikeStore alike;
    private final Supporters supporters;
    private final Clock clock;

    Duplicates(DuplicateStore store, AlikeStore alike, Supporters supporters, Clock clock) {
        this.store = store;
        this.alike = alike;
        this.supporters = supporters;
        this.clock = clock;
    }

    /** As the last look found them, the most alike first. */
    @Transactional(readOnly = true)
    public Page<Duplicate> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.EDIT_PEOPLE);
        var found = store.page(actor.organization(), wanted.after().map(PageMark::read), wanted.size() + 1);
        boolean more = found.size() > wanted.size();
        var shown = more ? found.subList(0, wanted.size()) : found;
        var people = supporters.all(
                actor.organization(),
                shown.stream()
                        .flatMap(each -> Stream.of(each.first(), each.other()))
                        .distinct()
                        .toList());
        var rows = new ArrayList<Duplicate>();
        for (var each : shown) {
            var first = people.get(each.first());
            var other = people.get(each.other());
            if (first != null && other != null) rows.add(new Duplicate(first, other, Likeness.read(each.reasons())));
        }
        return new Page<>(rows, more ? Optional.of(mark(shown.getLast()).text()) : Optional.empty());
    }

    private static PageMark mark(DuplicateStore.Found last) {
        return new PageMark(last.strength(), last.other(), last.first());
    }

    /** At most 10,000. */
    @Transactional(readOnly = true)
    public int count(Actor actor) {
        actor.must(Permission.EDIT_PEOPLE);
        return store.count(actor.organization(), MOST_COUNTED);
    }

    /** When everybody was last compared. */
    @Transactional(readOnly = true)
    public Optional<Instant> lookedAt(Actor actor) {
        actor.must(Permission.EDIT_PEOPLE);
        return store.lookedAt(actor.organization());
    }

    /** Who looks like this one as of now, the most alike first; at most 20. */
    @Transactional(readOnly = true)
    public List<Duplicate> of(Actor actor, SupporterId supporterId) {
        actor.must(Permission.EDIT_PEOPLE);
        supporters.mustBeOurs(actor.organization(), supporterId);
        var found = alike.of(actor.organization(), supporterId);
        if (found.isEmpty()) return List.of();
        var ids = Stream.concat(Stream.of(supporterId), found.stream().map(AlikeStore.Alike::other))
                .toList();
        var people = supporters.all(actor.organization(), ids);
        var pairs = new ArrayList<Duplicate>();
        for (var each : found) {
            var both = Stream.of(supporterId, each.other())
                    .flatMap(id -> Stream.ofNullable(people.get(id)))
                    .sorted(Comparator.comparing(
                            (Supporter one) -> one.supporterId().value()))
                    .toList();
            if (both.size() == 2)
                pairs.add(new Duplicate(both.getFirst(), both.getLast(), Likeness.read(each.reasons())));
        }
        return pairs;
    }

    /** These two are not the same: they are not suggested again. */
    @Transactional
    public void tellApart(Actor actor, SupporterId one, SupporterId another) {
        actor.must(Permission.EDIT_PEOPLE);
        if (one.equals(another)) throw new Problem.Invalid("other", "problem.merge-same");
        supporters.mustBeOurs(actor.organization(), one);
        supporters.mustBeOurs(actor.organization(), another);
        boolean inOrder = one.value() < another.value();
        store.tellApart(actor, inOrder ? one : another, inOrder ? another : one, clock.instant());
    }

    /** Compares everybody now, unless that was done a moment ago. */
    @Transactional
    public void lookAgain(Actor actor) {
        actor.must(Permission.EDIT_PEOPLE);
        var now = clock.instant();
        look(actor.organization(), now, now.minus(FRESH));
    }

    void look(OrganizationId organizationId, Instant at, Instant unlessSince) {
        var now = at.truncatedTo(ChronoUnit.MICROS);
        if (!store.begin(organizationId, now, unlessSince)) return;
        alike.findAll(organizationId, now);
        store.dropOlder(organizationId, now);
    }
}
