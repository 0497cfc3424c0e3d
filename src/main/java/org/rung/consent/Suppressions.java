package org.rung.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The do-not-text list: numbers that an organization does not text though their people never said stop. For good nothing
 * leaves, no answer either. Until a day, and within one campaign, nobody is texted first; whoever writes may be answered.
 * What the person said is stronger: being taken off the list lifts no STOP, and START takes nobody off the list.
 */
@Service
public class Suppressions {
    private static final int MOST_OCCASIONS = 95;
    private static final int LINES_SHOWN = 500;
    private static final int LONGEST_YEARS = 10;

    private final SuppressionStore store;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Suppressions(SuppressionStore store, AuditLog audit, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * What an addition did.
     *
     * @param fresh numbers without an entry of that reach before
     * @param changed those, and numbers whose entry now lasts longer
     */
    public record Added(Set<PhoneNumber> fresh, Set<PhoneNumber> changed) {}

    /**
     * Puts numbers on the list, a handful of statements for thousands. Adding never frees anybody earlier: an entry that
     * lasts longer stays. Needs TEXT (the caller has checked that the texter holds this person) or EDIT_PEOPLE.
     *
     * @throws Problem.Invalid without a reason, or for a day that has passed or is more than ten years away
     * @throws Problem.Conflict for one number that is kept out of nearly a hundred campaigns already
     */
    @Transactional
    public Added add(Actor actor, Collection<PhoneNumber> phones, SuppressionDraft draft) {
        return add(actor, phones, draft, clock.instant());
    }

    /** As the other one, known by that moment afterwards. */
    @Transactional
    public Added add(Actor actor, Collection<PhoneNumber> phones, SuppressionDraft draft, Instant moment) {
        if (!actor.may(Permission.TEXT)) actor.must(Permission.EDIT_PEOPLE);
        var at = moment.truncatedTo(ChronoUnit.MICROS);
        draft.scope().until().ifPresent(day -> mustBeAhead(day, at));
        var wanted = inOrder(phones);
        if (wanted.isEmpty()) return new Added(Set.of(), Set.of());
        var organization = actor.organization();
        store.hold(organization, wanted);
        var before = byPhone(store.of(organization, wanted));
        var entries = new ArrayList<Suppression>();
        var fresh = new HashSet<PhoneNumber>();
        for (var phone : wanted) {
            var theirs = before.getOrDefault(phone, List.of());
            var same = theirs.stream()
                    .filter(one -> one.scope().occasion() == draft.scope().occasion())
                    .findFirst();
            if (same.filter(one -> !lengthens(one, draft.scope(), at)).isPresent()) continue;
            if (same.isEmpty() && draft.scope().occasion() != 0 && theirs.size() >= MOST_OCCASIONS) {
                if (wanted.size() == 1) throw new Problem.Conflict("problem.suppression-many", MOST_OCCASIONS);
                continue;
            }
            if (same.isEmpty()) fresh.add(phone);
            entries.add(new Suppression(
                    new SuppressionId(Id.next()), phone, draft.scope(), draft.reason(), actor.kind(), actor.id(), at));
        }
        if (entries.isEmpty()) return new Added(Set.of(), Set.of());
        store.put(organization, entries);
        append(actor, entries, SuppressionChange.ADDED, draft.way(), draft.reason(), draft.source(), at);
        var changed = refold(organization, entries);
        if (draft.way() == SuppressionWay.HAND || draft.way() == SuppressionWay.API)
            log(actor, "suppression.added", entries);
        announce.publishEvent(
                new SuppressionsChanged(organization, changed, SuppressionChange.ADDED, draft.scope(), at));
        return new Added(fresh, Set.copyOf(changed));
    }

    /**
     * Takes one entry off the list again, with the reason why; nothing happens when it is gone. Needs EDIT_PEOPLE.
     *
     * @throws Problem.Invalid without a reason
     */
    @Transactional
    public void lift(Actor actor, SuppressionId id, String reason, SuppressionWay way) {
        actor.must(Permission.EDIT_PEOPLE);
        var why = SuppressionDraft.reason(reason);
        var found = store.find(actor.organization(), id);
        if (found.isEmpty()) return;
        store.hold(actor.organization(), List.of(found.get().phone()));
        // As it is now that nobody else changes it.
        store.find(actor.organization(), id).ifPresent(entry -> {
            lift(actor, List.of(entry), why, way, Optional.empty());
            log(actor, "suppression.lifted", List.of(entry));
        });
    }

    /** Takes off again what came at that moment and is as it was then; how many. Needs EDIT_PEOPLE. */
    @Transactional
    public int takeBack(
            Actor actor, Map<PhoneNumber, Instant> added, long occasion, String reason, Optional<Long> source) {
        actor.must(Permission.EDIT_PEOPLE);
        var phones = inOrder(added.keySet());
        if (phones.isEmpty()) return 0;
        store.hold(actor.organization(), phones);
        var entries = store.of(actor.organization(), phones).stream()
                .filter(one -> one.scope().occasion() == occasion)
                .filter(one -> one.since().equals(added.get(one.phone())))
                .toList();
        if (!entries.isEmpty()) lift(actor, entries, reason, SuppressionWay.MANY, source);
        return entries.size();
    }

    private void lift(
            Actor actor, List<Suppression> entries, String reason, SuppressionWay way, Optional<Long> source) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.take(
                actor.organization(),
                entries.stream().map(Suppression::suppressionId).toList());
        append(actor, entries, SuppressionChange.LIFTED, way, reason, source, at);
        var changed = refold(actor.organization(), entries);
        announce.publishEvent(new SuppressionsChanged(
                actor.organization(),
                changed,
                SuppressionChange.LIFTED,
                entries.getFirst().scope(),
                at));
    }

    /** All entries of these numbers, those whose day has come too. Needs SEE_PEOPLE or TEXT. */
    @Transactional(readOnly = true)
    public List<Suppression> of(Actor actor, Collection<PhoneNumber> phones) {
        if (!actor.may(Permission.TEXT)) actor.must(Permission.SEE_PEOPLE);
        return phones.isEmpty() ? List.of() : store.of(actor.organization(), phones);
    }

    @Transactional(readOnly = true)
    public Suppression get(Actor actor, SuppressionId id) {
        actor.must(Permission.SEE_PEOPLE);
        return store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("suppression", id));
    }

    /** Where the number stands, as every send reads it. */
    @Transactional(readOnly = true)
    public Suppressed standing(OrganizationId organization, PhoneNumber phone) {
        return store.folded(organization, phone).orElse(Suppressed.NOT);
    }

    /** Every change of these numbers' entries, the latest first; at most 500. Needs SEE_PEOPLE. */
    @Transactional(readOnly = true)
    public List<SuppressionLine> ledger(Actor actor, Collection<PhoneNumber> phones) {
        actor.must(Permission.SEE_PEOPLE);
        return phones.isEmpty() ? List.of() : store.lines(actor.organization(), phones, LINES_SHOWN);
    }

    /** What holds now, the newest first. Needs SEE_PEOPLE. */
    @Transactional(readOnly = true)
    public Page<Suppression> page(Actor actor, SuppressionFilter filter, Page.Wanted wanted) {
        actor.must(Permission.SEE_PEOPLE);
        var before = wanted.after().map(text -> new SuppressionId(Id.parse("after", text)));
        var rows = store.page(actor.organization(), filter, before, clock.instant(), wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var page = rows.subList(0, wanted.size());
        return new Page<>(page, Optional.of(page.getLast().suppressionId().text()));
    }

    /** How many entries hold now. Needs SEE_PEOPLE. */
    @Transactional(readOnly = true)
    public long count(Actor actor, SuppressionFilter filter) {
        actor.must(Permission.SEE_PEOPLE);
        return store.count(actor.organization(), filter, clock.instant());
    }

    /** For statements of other rooms' stores that join phone_consents: the number may be texted first now, as part of that. */
    public Condition free(Optional<Long> occasion) {
        return SuppressionStore.free(occasion, clock.instant());
    }

    /** Of a joined phone_consents: whoever writes from it may be answered. */
    public Condition mayAnswer() {
        return SuppressionStore.mayAnswer();
    }

    /** For set-based statements of other rooms' stores: something keeps that number from being texted first now. */
    public Condition keeps(Field<OrganizationId> organization, Field<PhoneNumber> phone, Optional<Long> occasion) {
        return SuppressionStore.keeps(organization, phone, occasion, clock.instant());
    }

    private static void mustBeAhead(Instant day, Instant now) {
        if (!day.isAfter(now) || day.isAfter(now.plus(LONGEST_YEARS * 366L, ChronoUnit.DAYS))) {
            throw new Problem.Invalid("until", "problem.suppression-day", LONGEST_YEARS);
        }
    }

    private static boolean lengthens(Suppression before, SuppressionScope wanted, Instant now) {
        if (before.over(now)) return true;
        return switch (wanted) {
            case SuppressionScope.ForGood() -> before.scope().until().isPresent();
            case SuppressionScope.Until until ->
                before.scope().until().filter(until.at()::isAfter).isPresent();
            case SuppressionScope.Within within -> false;
        };
    }

    /** In one order, so that two who change the same numbers do not lock each other out. */
    private static List<PhoneNumber> inOrder(Collection<PhoneNumber> phones) {
        var wanted = new TreeSet<>(Comparator.comparing(PhoneNumber::text));
        wanted.addAll(phones);
        return List.copyOf(wanted);
    }

    private static Map<PhoneNumber, List<Suppression>> byPhone(List<Suppression> entries) {
        return entries.stream().collect(Collectors.groupingBy(Suppression::phone));
    }

    private List<PhoneNumber> refold(OrganizationId organization, List<Suppression> touched) {
        var phones = touched.stream().map(Suppression::phone).distinct().toList();
        var now = byPhone(store.of(organization, phones));
        var folds = new LinkedHashMap<PhoneNumber, Suppressed>();
        phones.forEach(phone -> folds.put(phone, Suppressed.of(now.getOrDefault(phone, List.of()))));
        store.fold(organization, folds);
        return phones;
    }

    private void append(
            Actor actor,
            List<Suppression> entries,
            SuppressionChange change,
            SuppressionWay way,
            String reason,
            Optional<Long> source,
            Instant at) {
        store.append(
                actor,
                entries.stream()
                        .map(one -> new SuppressionLine(
                                one.phone(), change, one.scope(), way, reason, actor.kind(), actor.id(), at))
                        .toList(),
                source);
    }

    /** Which way and how many; the numbers and the reason are in the list's own ledger. */
    private void log(Actor actor, String verb, List<Suppression> entries) {
        var first = entries.getFirst();
        audit.add(
                actor,
                verb,
                "suppression",
                entries.size() == 1 ? Optional.of(first.suppressionId().value()) : Optional.empty(),
                first.scope().kind() + (entries.size() == 1 ? "" : " " + entries.size()));
    }
}
