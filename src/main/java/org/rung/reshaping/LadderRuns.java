package org.rung.reshaping;

import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.LadderId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far previews and changes are, and whom they move. They go on by themselves: see {@link RunMoved}. */
@Service
public class LadderRuns {
    private final RunStore store;
    private final RunPeopleStore people;
    private final RunWork work;

    LadderRuns(RunStore store, RunPeopleStore people, RunWork work) {
        this.store = store;
        this.people = people;
        this.work = work;
    }

    @Transactional(readOnly = true)
    public LadderRun get(Actor actor, LadderRunId runId) {
        actor.must(Permission.EDIT_LADDER);
        return store.find(actor.organization(), runId).orElseThrow(() -> new Problem.Missing("ladder-run", runId));
    }

    @Transactional(readOnly = true)
    public Optional<LadderRun> latest(Actor actor, LadderId ladderId, RunKind kind) {
        actor.must(Permission.EDIT_LADDER);
        return store.latest(actor.organization(), ladderId, kind);
    }

    /** How many go from which rung to which. */
    @Transactional(readOnly = true)
    public List<RunCount> counts(Actor actor, LadderRunId runId) {
        get(actor, runId);
        return people.counts(actor.organization(), runId);
    }

    /**
     * Whom a preview would move, each with the reason.
     *
     * @param rises those who would move up, else those who would move down
     * @param to only those who would stand on that rung, as the draft counts
     */
    @Transactional(readOnly = true)
    public Page<RunPerson> people(
            Actor actor, LadderRunId runId, boolean rises, Optional<Integer> to, Page.Wanted wanted) {
        actor.must(Permission.SEE_PEOPLE);
        get(actor, runId);
        var after = wanted.after().map(text -> new SupporterId(Id.parse("after", text)));
        var rows = people.page(actor.organization(), runId, rises, to, after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var page = rows.subList(0, wanted.size());
        return new Page<>(page, Optional.of(page.getLast().supporterId().text()));
    }

    /** Works it off here and now, for callers that wait; the background task then finds nothing to do. */
    public LadderRun finish(Actor actor, LadderRunId runId) {
        get(actor, runId);
        work.run(runId, () -> false);
        return get(actor, runId);
    }
}
