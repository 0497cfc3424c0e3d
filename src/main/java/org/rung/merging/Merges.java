package org.rung.merging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.Consents;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.Successors;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Union;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one of two entries of a person, and two of them again. */
@Service
public class Merges implements Successors {
    /** For so long a merge may be taken back. */
    public static final Duration UNDOABLE = Duration.ofDays(30);

    private static final int BATCH = 200;

    private final MergeStore store;
    private final Supporters supporters;
    private final Consents consents;
    /** From the person's own row up. */
    private final List<Belongings> rooms;

    private final AuditLog audit;
    private final Clock clock;

    Merges(
            MergeStore store,
            Supporters supporters,
            Consents consents,
            List<Belongings> rooms,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.supporters = supporters;
        this.consents = consents;
        this.rooms =
                rooms.stream().sorted(Comparator.comparing(Belongings::order)).toList();
        this.audit = audit;
        this.clock = clock;
    }

    /** The two before they are merged. @throws Problem.Missing when one of them is not there */
    @Transactional(readOnly = true)
    public SideBySide compare(Actor actor, SupporterId keptId, SupporterId goneId) {
        actor.must(Permission.EDIT_PEOPLE);
        var pair = new Pair(actor.organization(), goneId, keptId);
        var people = supporters.all(pair.organizationId(), pair.both());
        var kept = there(people, keptId);
        var gone = there(people, goneId);
        var stand = stand(pair.organizationId(), kept, gone);
        var along = new TreeMap<String, Map<SupporterId, Integer>>();
        rooms.forEach(room -> along.putAll(room.count(pair.organizationId(), pair.both())));
        return new SideBySide(
                kept,
                gone,
                Choosing.proposed(kept, gone, stand),
                Choosing.proposedFields(kept, gone),
                along,
                stand,
                Choosing.stopped(kept, stand) || Choosing.stopped(gone, stand));
    }

    /**
     * All that is the gone one's becomes the kept one's, in one transaction. What was said about being texted stays with each
     * number, and whoever asked for no more texts keeps that number for texting.
     *
     * @throws Problem.Conflict when one of them was merged into another meanwhile
     * @throws Problem.Invalid when another number for texting is chosen than the one that opted out
     */
    @Transactional
    public MergeId merge(Actor actor, MergeDraft draft) {
        actor.must(Permission.EDIT_PEOPLE);
        var pair = new Pair(actor.organization(), draft.gone(), draft.kept());
        supporters.takeTurn(actor);
        hold(pair);
        var people = supporters.all(pair.organizationId(), pair.both());
        var kept = stillThere(people, pair, pair.kept());
        var gone = stillThere(people, pair, pair.gone());
        var now = now();
        var union = union(pair, kept, gone, draft);
        List<HandedOver> parts = new ArrayList<>();
        rooms.reversed().forEach(room -> parts.addAll(room.handOver(pair, union, now)));
        rooms.forEach(room -> room.settle(pair.organizationId(), List.of(pair.kept())));
        var merge = store.add(actor, pair, parts, now);
        log(actor, "supporter.merged", pair);
        return merge;
    }

    private Union union(Pair pair, Supporter kept, Supporter gone, MergeDraft draft) {
        var stand = stand(pair.organizationId(), kept, gone);
        var parts = Choosing.proposed(kept, gone, stand);
        parts.putAll(draft.parts());
        var fields = Choosing.proposedFields(kept, gone);
        fields.putAll(draft.fields());
        var person = Choosing.united(kept, gone, parts, fields);
        boolean stopped =
                person.phones().stream().limit(1).anyMatch(phone -> stand.get(phone) == ConsentKind.OPTED_OUT);
        if (!stopped && (Choosing.stopped(kept, stand) || Choosing.stopped(gone, stand))) {
            throw new Problem.Invalid("phone", "problem.merge-stopped");
        }
        return new Union(person, stopped);
    }

    /**
     * Two entries again, as they were; what has come to the kept one since stays with them.
     *
     * @throws Problem.Conflict when it is too late, was done already, or a later merge of theirs has to be taken back first
     */
    @Transactional
    public void undo(Actor actor, MergeId mergeId) {
        actor.must(Permission.EDIT_PEOPLE);
        supporters.takeTurn(actor);
        var now = now();
        var merge = find(actor, mergeId, now);
        var pair = new Pair(actor.organization(), merge.gone(), merge.kept());
        hold(pair);
        // Whoever erased the kept one meanwhile has erased this, too.
        merge = find(actor, mergeId, now);
        if (merge.undoneAt().isPresent()) throw new Problem.Conflict("problem.merge-undone");
        if (!merge.mergedAt().isAfter(now.minus(UNDOABLE))) throw new Problem.Conflict("problem.merge-too-late");
        if (!merge.undoable()) throw new Problem.Conflict("problem.merge-later-first");
        var estate = new Estate(store.parts(mergeId));
        rooms.forEach(room -> room.giveBack(pair, estate, now));
        rooms.forEach(room -> room.settle(pair.organizationId(), pair.both()));
        store.undone(actor.organization(), mergeId, now);
        log(actor, "supporter.merge-undone", pair);
    }

    /** Everyone's, the newest first. */
    @Transactional(readOnly = true)
    public Page<Merge> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.EDIT_PEOPLE);
        var after = wanted.after().map(text -> new MergeId(Id.parse("after", text)));
        var found = store.page(actor.organization(), after, now().minus(UNDOABLE), wanted.size() + 1);
        boolean more = found.size() > wanted.size();
        var shown = more ? found.subList(0, wanted.size()) : found;
        return new Page<>(shown, more ? Optional.of(shown.getLast().mergeId().text()) : Optional.empty());
    }

    /** @throws Problem.Missing also for a merge of another organization */
    @Transactional(readOnly = true)
    public Merge get(Actor actor, MergeId mergeId) {
        actor.must(Permission.EDIT_PEOPLE);
        return find(actor, mergeId, now());
    }

    /** Of this person, the latest before that instant first. */
    @Transactional(readOnly = true)
    public List<Merge> of(Actor actor, SupporterId supporterId, Instant before, int limit) {
        actor.must(Permission.SEE_PEOPLE);
        return store.of(actor.organization(), supporterId, before, now().minus(UNDOABLE), limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SupporterId> of(OrganizationId organizationId, SupporterId gone) {
        return store.successor(organizationId, gone);
    }

    /** What was kept of old merges goes, in every organization; true when there may be more. */
    @Transactional
    boolean settleOld() {
        var now = now();
        return store.settle(now.minus(UNDOABLE), now, BATCH);
    }

    private Merge find(Actor actor, MergeId mergeId, Instant now) {
        return store.find(actor.organization(), mergeId, now.minus(UNDOABLE))
                .orElseThrow(() -> new Problem.Missing("merge", mergeId));
    }

    private void hold(Pair pair) {
        rooms.reversed().forEach(room -> room.hold(pair.organizationId(), pair.both()));
    }

    private static Supporter there(Map<SupporterId, Supporter> people, SupporterId wanted) {
        return Optional.ofNullable(people.get(wanted)).orElseThrow(() -> new Problem.Missing("supporter", wanted));
    }

    private Supporter stillThere(Map<SupporterId, Supporter> people, Pair pair, SupporterId wanted) {
        if (!people.containsKey(wanted)
                && store.successor(pair.organizationId(), wanted).isPresent())
            throw new Problem.Conflict("problem.merged-already");
        return there(people, wanted);
    }

    private Map<PhoneNumber, ConsentKind> stand(OrganizationId organizationId, Supporter kept, Supporter gone) {
        return consents.of(organizationId, Choosing.numbers(kept, gone)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().consent()));
    }

    private void log(Actor actor, String verb, Pair pair) {
        audit.add(
                actor,
                verb,
                "supporter",
                Optional.of(pair.kept().value()),
                pair.gone().text());
        audit.add(
                actor,
                verb,
                "supporter",
                Optional.of(pair.gone().value()),
                pair.kept().text());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
