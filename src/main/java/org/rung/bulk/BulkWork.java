package org.rung.bulk;

import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.compliance.DoNotText;
import org.rung.consent.SuppressionDraft;
import org.rung.exchange.Exports;
import org.rung.filters.Filters;
import org.rung.people.SupporterId;
import org.rung.people.TagId;
import org.rung.people.Taggings;
import org.rung.turf.Turf;
import org.rung.turf.TurfKind;
import org.rung.turf.Turfs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work on many people at once, done by a job: see {@link BulkMoved}. What each kind needs, it says itself. */
@Service
public class BulkWork {
    private static final int PAGE = 2_000;

    private final BulkStore store;
    private final BulkPeopleStore people;
    private final BulkTasks tasks;
    private final BulkRun run;
    private final Filters filters;
    private final Taggings taggings;
    private final Turfs turfs;
    private final Exports exports;
    private final DoNotText doNotText;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    BulkWork(
            BulkStore store,
            BulkPeopleStore people,
            BulkTasks tasks,
            BulkRun run,
            Filters filters,
            Taggings taggings,
            Turfs turfs,
            Exports exports,
            DoNotText doNotText,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.tasks = tasks;
        this.run = run;
        this.filters = filters;
        this.taggings = taggings;
        this.turfs = turfs;
        this.exports = exports;
        this.doNotText = doNotText;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Begins it. Whom it is about is written down once: who matches later is not in it, and who stops matching is.
     *
     * @throws Problem.Invalid for a filter that cannot be understood, a tag nobody carries, nobody at all
     * @throws Problem.Conflict for a live turf, or when they are not as many to erase as someone confirmed
     */
    @Transactional
    public BulkJobId start(Actor actor, BulkWish wish) {
        actor.must(Permission.SEE_PEOPLE);
        actor.must(wish.kind().needs());
        var organization = actor.organization();
        var all = wish.chosen().isEmpty();
        if (all) {
            filters.mustBeOpenTo(actor, wish.filter());
            filters.matching(organization, wish.filter());
        }
        var tag = tag(actor, wish);
        var turf = turf(actor, wish);
        var job = new BulkJob(
                new BulkJobId(Id.next()),
                organization,
                wish.kind(),
                BulkState.GATHERING,
                turf.map(Turf::name).orElse(tag.isPresent() ? wish.tag().strip() : ""),
                tag,
                turf.map(Turf::turfId),
                suppression(actor, wish),
                all ? Optional.of(wish.filter()) : Optional.empty(),
                Optional.empty(),
                0,
                0,
                new SupporterId(0),
                Optional.empty(),
                actor.member(),
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        store.add(job);
        if (!all || wish.kind() == BulkKind.ERASE) gather(actor, wish, job);
        tasks.schedule(job.bulkJobId());
        announce.publishEvent(new BulkMoved(organization, job.bulkJobId()));
        return job.bulkJobId();
    }

    /** Here and now: few who were chosen, or those of whom someone typed how many they are. */
    private void gather(Actor actor, BulkWish wish, BulkJob job) {
        var total = wish.chosen().isEmpty()
                ? people.gather(actor.organization(), job.bulkJobId(), wish.filter())
                : people.gather(actor.organization(), job.bulkJobId(), wish.chosen());
        if (total == 0) throw new Problem.Invalid("supporters", "problem.turf-empty");
        if (wish.kind() == BulkKind.ERASE) {
            if (wish.confirmed().filter(typed -> typed == total).isEmpty())
                throw new Problem.Conflict("problem.bulk-erase", total);
            audit.add(
                    actor,
                    "supporters.erase-begun",
                    "organization",
                    Optional.of(actor.organization().value()),
                    total + " supporters");
        }
        store.gathered(job.bulkJobId(), total, clock.instant());
    }

    private Optional<TagId> tag(Actor actor, BulkWish wish) {
        return switch (wish.kind()) {
            case TAG -> Optional.of(taggings.make(actor, wish.tag()));
            case UNTAG ->
                Optional.of(taggings.find(actor.organization(), wish.tag())
                        .orElseThrow(() -> new Problem.Invalid("tag", "problem.bulk-tag", wish.tag())));
            case LIST, SUPPRESS, EXPORT, ERASE -> Optional.empty();
        };
    }

    private Optional<SuppressionDraft> suppression(Actor actor, BulkWish wish) {
        if (wish.kind() != BulkKind.SUPPRESS) return Optional.empty();
        var draft = wish.suppression().orElseThrow(() -> new Problem.Invalid("reason", "problem.needed"));
        doNotText.mustFit(actor, draft.scope());
        audit.add(
                actor,
                "suppression.many-begun",
                "organization",
                Optional.of(actor.organization().value()),
                draft.scope().kind());
        return Optional.of(draft);
    }

    private Optional<Turf> turf(Actor actor, BulkWish wish) {
        if (wish.kind() != BulkKind.LIST) return Optional.empty();
        var turf = turfs.get(actor, wish.turf().orElseThrow(() -> new Problem.Invalid("turf", "problem.needed")));
        if (turf.kind() != TurfKind.LIST) throw new Problem.Conflict("problem.turf-live");
        return Optional.of(turf);
    }

    /** Stops it after the batch it is at; what it changed stays, and may be undone. */
    @Transactional
    public void cancel(Actor actor, BulkJobId id) {
        var job = mine(actor, store.lock(id), id);
        actor.must(job.kind().needs());
        if (job.state() != BulkState.GATHERING && job.state() != BulkState.RUNNING) return;
        store.end(id, BulkState.CANCELLED, Optional.empty(), clock.instant());
        announce.publishEvent(new BulkMoved(actor.organization(), id));
    }

    /**
     * Changes back what it changed, and only that: who had the tag before keeps it.
     *
     * @throws Problem.Conflict when there is no way back (any more)
     */
    @Transactional
    public void undo(Actor actor, BulkJobId id) {
        var job = mine(actor, store.lock(id), id);
        actor.must(job.kind().needs());
        if (!job.mayBeUndone(clock.instant())) throw new Problem.Conflict("problem.bulk-undo");
        store.undo(id);
        tasks.schedule(id);
        announce.publishEvent(new BulkMoved(actor.organization(), id));
    }

    /** Works a job off here and now, for callers that wait; the background task then finds nothing to do. */
    public BulkJob finish(Actor actor, BulkJobId id) {
        get(actor, id);
        run.run(id, () -> false);
        return get(actor, id);
    }

    /**
     * Streams the people of an export, a page at a time, never the whole set in memory. Does not wait for the background
     * task, and writes the same people when it is asked again, such as after a restart in the middle.
     */
    public void write(Actor actor, BulkJobId id, OutputStream out) {
        actor.must(Permission.EXPORT);
        var job = finish(actor, id);
        if (!job.mayBeDownloaded(clock.instant())) throw new Problem.Missing("export", id);
        var after = new AtomicLong();
        exports.chosen(
                actor,
                () -> {
                    List<SupporterId> page = people.next(id, new SupporterId(after.get()), PAGE);
                    if (!page.isEmpty()) after.set(page.getLast().value());
                    return page;
                },
                out);
    }

    @Transactional(readOnly = true)
    public BulkJob get(Actor actor, BulkJobId id) {
        return mine(actor, store.find(actor.organization(), id), id);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<BulkJob> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.SEE_PEOPLE);
        var before = wanted.after().map(text -> new BulkJobId(Id.parse("after", text)));
        var rows = store.page(actor.organization(), before, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var page = rows.subList(0, wanted.size());
        return new Page<>(page, Optional.of(page.getLast().bulkJobId().text()));
    }

    private static BulkJob mine(Actor actor, Optional<BulkJob> found, BulkJobId id) {
        actor.must(Permission.SEE_PEOPLE);
        return found.filter(job -> job.organizationId().equals(actor.organization()))
                .orElseThrow(() -> new Problem.Missing("bulk job", id));
    }
}
