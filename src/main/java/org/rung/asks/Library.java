package org.rung.asks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.RungId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the organization has to propose, and how people answer it. */
@Service
public class Library {
    private static final int MOST = 200;

    private final LibraryStore store;
    private final AcceptanceStore acceptances;
    private final Ladders ladders;
    private final AuditLog audit;
    private final Clock clock;

    Library(LibraryStore store, AcceptanceStore acceptances, Ladders ladders, AuditLog audit, Clock clock) {
        this.store = store;
        this.acceptances = acceptances;
        this.ladders = ladders;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lowest rung first; those that were retired last. At most 400. */
    @Transactional(readOnly = true)
    public List<AskRow> all(Actor actor) {
        actor.must(Permission.SEE_LADDER);
        Ladder ladder = ladders.of(actor.organization(), LadderKind.COMMITMENT);
        Acceptance acceptance = acceptances.of(actor.organization());
        return store.all(actor.organization(), ladder.ladderId(), 2 * MOST).stream()
                .map(row -> {
                    Map<Integer, Chance> chances = new HashMap<>();
                    row.ask()
                            .positions()
                            .forEach(position -> chances.put(
                                    position,
                                    Choosing.chance(
                                            acceptance, position, row.ask().family())));
                    return new AskRow(row.ask(), row.taken(), row.retired(), chances);
                })
                .toList();
    }

    /** @throws Problem.Conflict when there are 200 in use */
    @Transactional
    public AskId add(Actor actor, AskDraft draft) {
        actor.must(Permission.EDIT_LADDER);
        Ladder ladder = checked(actor, draft);
        if (store.count(actor.organization()) >= MOST) throw new Problem.Conflict("problem.asks-most", MOST);
        AskId askId = new AskId(Id.next());
        store.add(actor.organization(), ladder.ladderId(), askId, draft, now());
        audit.add(actor, "ask.added", "ask", Optional.of(askId.value()), draft.title());
        return askId;
    }

    /**
     * What was asked before stays as it was asked.
     *
     * @param seen the revision that was changed
     * @throws Problem.Conflict when somebody else changed it since
     */
    @Transactional
    public void change(Actor actor, AskId askId, int seen, AskDraft draft) {
        actor.must(Permission.EDIT_LADDER);
        checked(actor, draft);
        Ask before = mine(actor, askId);
        if (!store.change(actor.organization(), askId, seen, draft)) throw new Problem.Conflict("problem.ask-newer");
        audit.add(actor, "ask.changed", "ask", Optional.of(askId.value()), AskChanges.of(before, mine(actor, askId)));
    }

    /** Nobody is asked it any more; what was promised stands. The same again changes nothing. */
    @Transactional
    public void retire(Actor actor, AskId askId) {
        actor.must(Permission.EDIT_LADDER);
        Ask ask = mine(actor, askId);
        if (store.retire(actor.organization(), askId, Optional.of(now())))
            audit.add(actor, "ask.retired", "ask", Optional.of(askId.value()), ask.title());
    }

    /** It is asked again. */
    @Transactional
    public void restore(Actor actor, AskId askId) {
        actor.must(Permission.EDIT_LADDER);
        Ask ask = mine(actor, askId);
        if (store.retire(actor.organization(), askId, Optional.empty()))
            audit.add(actor, "ask.restored", "ask", Optional.of(askId.value()), ask.title());
    }

    /** What an ask says in other languages. */
    @Transactional(readOnly = true)
    public Map<String, AskVariant> variants(Actor actor, AskId askId) {
        actor.must(Permission.SEE_LADDER);
        return mine(actor, askId).variants();
    }

    /** Of these those that are ours, whoever asks. */
    @Transactional(readOnly = true)
    public Map<AskId, Ask> all(OrganizationId organizationId, Collection<AskId> asks) {
        return store.all(organizationId, asks);
    }

    private Ask mine(Actor actor, AskId askId) {
        return store.ask(actor.organization(), askId).orElseThrow(() -> new Problem.Missing("ask", askId));
    }

    private Ladder checked(Actor actor, AskDraft draft) {
        Ladder ladder = ladders.of(actor.organization(), LadderKind.COMMITMENT);
        Set<RungId> known = new HashSet<>();
        ladder.rungs().forEach(rung -> known.add(rung.rungId()));
        if (!known.containsAll(draft.rungs())) throw new Problem.Invalid("rungs", "problem.ask-rungs");
        return ladder;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
