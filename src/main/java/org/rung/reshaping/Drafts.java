package org.rung.reshaping;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.Refolds;
import org.rung.ladder.Shape;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drawing up what a ladder is to become, seeing on real people what that would do, applying it, and taking it back. */
@Service
public class Drafts {
    private final DraftStore store;
    private final RunStore runs;
    private final RunTasks tasks;
    private final LadderVersions versions;
    private final Refolds refolds;
    private final Members members;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Drafts(
            DraftStore store,
            RunStore runs,
            RunTasks tasks,
            LadderVersions versions,
            Refolds refolds,
            Members members,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.tasks = tasks;
        this.versions = versions;
        this.refolds = refolds;
        this.members = members;
        this.announce = announce;
        this.clock = clock;
    }

    /** The one that somebody began, or the ladder as it is. */
    @Transactional(readOnly = true)
    public LadderDraft of(Actor actor, LadderId ladderId) {
        actor.must(Permission.EDIT_LADDER);
        Ladder today = versions.ladder(actor.organization(), ladderId);
        return store.find(actor.organization(), ladderId)
                .orElseGet(() -> new LadderDraft(
                        ladderId, today.version(), 0, Shape.of(today), Optional.empty(), Optional.empty()));
    }

    /**
     * Changes it. Nothing counts before it is applied.
     *
     * @param seen the revision that was changed
     * @throws Problem.Conflict when somebody else changed it since, by name
     */
    @Transactional
    public LadderDraft save(Actor actor, LadderId ladderId, int seen, Shape shape) {
        actor.must(Permission.EDIT_LADDER);
        Ladder today = versions.ladder(actor.organization(), ladderId);
        Instant now = now();
        boolean first = seen == 0
                ? store.begin(actor, ladderId, today.version(), shape, now)
                : store.change(actor, ladderId, seen, shape, now);
        if (!first) throw newer(actor, ladderId);
        announce.publishEvent(new RunMoved(actor.organization(), ladderId));
        return of(actor, ladderId);
    }

    /** Throws it away. @throws Problem.Conflict when somebody else changed it since */
    @Transactional
    public void discard(Actor actor, LadderId ladderId, int seen) {
        actor.must(Permission.EDIT_LADDER);
        if (!store.drop(actor.organization(), ladderId, seen)) throw newer(actor, ladderId);
        runs.replace(actor.organization(), ladderId, RunKind.PREVIEW, now());
        announce.publishEvent(new RunMoved(actor.organization(), ladderId));
    }

    /** Looks in the background at everyone whom it would move; takes the place of the look before. */
    @Transactional
    public LadderRunId preview(Actor actor, LadderId ladderId, int seen) {
        LadderDraft draft = held(actor, ladderId, seen);
        runs.replace(actor.organization(), ladderId, RunKind.PREVIEW, now());
        return begin(actor, ladderId, RunKind.PREVIEW, draft.base(), seen, Optional.of(draft.shape()));
    }

    /**
     * It holds from now on, and standings follow in the background.
     *
     * @param note why, at most 160 characters
     * @throws Problem.Conflict when it was not looked at as it is, or the ladder has changed since
     */
    @Transactional
    public LadderRunId apply(Actor actor, LadderId ladderId, int seen, String note) {
        LadderDraft draft = held(actor, ladderId, seen);
        Ladder today = versions.ladder(actor.organization(), ladderId);
        if (runs.latest(actor.organization(), ladderId, RunKind.PREVIEW)
                .filter(run -> run.looksAt(draft, today.version()))
                .isEmpty()) throw new Problem.Conflict("problem.draft-unseen");
        int version = versions.apply(actor, ladderId, draft.base(), draft.shape(), note);
        return follow(actor, ladderId, version);
    }

    /**
     * The version before holds again.
     *
     * @param version of today, as whoever decides it saw it
     * @throws Problem.Conflict when it was changed since, or never before
     */
    @Transactional
    public LadderRunId undo(Actor actor, LadderId ladderId, int version) {
        actor.must(Permission.EDIT_LADDER);
        if (version < 2) throw new Problem.Conflict("problem.ladder-moved-on");
        return follow(actor, ladderId, versions.back(actor, ladderId, version, version - 1));
    }

    private LadderRunId follow(Actor actor, LadderId ladderId, int version) {
        store.drop(actor.organization(), ladderId);
        runs.replace(actor.organization(), ladderId, RunKind.PREVIEW, now());
        runs.replace(actor.organization(), ladderId, RunKind.APPLY, now());
        return begin(actor, ladderId, RunKind.APPLY, version, 0, Optional.empty());
    }

    private LadderRunId begin(
            Actor actor, LadderId ladderId, RunKind kind, int version, int revision, Optional<Shape> shape) {
        var run = new LadderRun(
                new LadderRunId(Id.next()),
                actor.organization(),
                ladderId,
                kind,
                RunState.RUNNING,
                version,
                revision,
                shape,
                refolds.people(actor.organization()),
                0,
                0,
                0,
                new SupporterId(0),
                actor.member(),
                now());
        runs.add(run);
        tasks.schedule(run.runId());
        announce.publishEvent(new RunMoved(actor.organization(), ladderId));
        return run.runId();
    }

    private LadderDraft held(Actor actor, LadderId ladderId, int seen) {
        actor.must(Permission.EDIT_LADDER);
        LadderDraft draft = store.find(actor.organization(), ladderId)
                .orElseThrow(() -> new Problem.Conflict("problem.draft-gone"));
        if (draft.revision() != seen) throw newer(actor, ladderId);
        return draft;
    }

    private Problem.Conflict newer(Actor actor, LadderId ladderId) {
        return store.find(actor.organization(), ladderId)
                .map(draft -> draft.by()
                        .map(id ->
                                members.names(actor.organization(), List.of(id)).getOrDefault(id, ""))
                        .map(name -> new Problem.Conflict("problem.draft-newer", name))
                        .orElseGet(() -> new Problem.Conflict("problem.draft-newer", "API")))
                .orElseGet(() -> new Problem.Conflict("problem.draft-gone"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
