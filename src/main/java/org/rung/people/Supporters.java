package org.rung.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people the organization knows. Tags, notes and wrong numbers need EDIT_PEOPLE, or TEXT from a room that has checked
 * that the texter holds this person.
 */
@Service
public class Supporters {
    private static final int LONGEST_NOTE = 2_000;

    private final SupporterStore store;
    private final PhoneStore phones;
    private final TagStore tags;
    private final NoteStore notes;
    private final Upserts upserts;
    private final UpsertStore turns;
    private final HouseholdStore households;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Supporters(
            SupporterStore store,
            PhoneStore phones,
            TagStore tags,
            NoteStore notes,
            Upserts upserts,
            UpsertStore turns,
            HouseholdStore households,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.phones = phones;
        this.tags = tags;
        this.notes = notes;
        this.upserts = upserts;
        this.turns = turns;
        this.households = households;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** @throws Problem.Missing also for a supporter of another organization */
    @Transactional(readOnly = true)
    public Supporter get(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_PEOPLE);
        var found = store.all(actor.organization(), List.of(supporterId)).get(supporterId);
        if (found == null) throw missing(supporterId);
        return found;
    }

    /** Without roles: for rooms that have checked what the actor may see. Four queries; those of other organizations are absent. */
    @Transactional(readOnly = true)
    public Map<SupporterId, Supporter> all(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return store.all(organizationId, supporters);
    }

    /** Without roles: those of them that are of this organization; one query. */
    @Transactional(readOnly = true)
    public Set<SupporterId> ours(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return store.ours(organizationId, supporters);
    }

    /** @throws Problem.Missing for a supporter of another organization */
    @Transactional(readOnly = true)
    public void mustBeOurs(OrganizationId organizationId, SupporterId supporterId) {
        if (!store.has(organizationId, supporterId)) throw missing(supporterId);
    }

    /** Everyone who shares this number; first those who text from it, then the longest known. */
    @Transactional(readOnly = true)
    public List<Supporter> byPhone(Actor actor, PhoneNumber phone) {
        actor.must(Permission.SEE_PEOPLE);
        var holders = phones.holders(actor.organization(), phone);
        var found = store.all(actor.organization(), holders);
        return holders.stream().map(found::get).toList();
    }

    /** Everyone who shares each of these numbers; one query. */
    @Transactional(readOnly = true)
    public Map<PhoneNumber, List<SupporterId>> sharing(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        return phones.isEmpty() ? Map.of() : this.phones.holders(organizationId, phones);
    }

    /**
     * Matched on (phone, folded first name) as domain.md says; one answer per draft, in their order; set-based; at most
     * 10,000 at once. Joins the caller's transaction; without one it opens its own, and tries again when it loses a race:
     * so never put {@code @Transactional} on it.
     *
     * @param batchId the list they came with, such as an import: everyone named is on it, also who was known
     */
    public List<Upserted> upsert(Actor actor, List<SupporterDraft> drafts, Optional<Long> batchId) {
        actor.must(Permission.EDIT_PEOPLE);
        return upserts.upsert(actor.organization(), drafts, batchId);
    }

    /**
     * Waits until nobody else makes people of numbers here, and keeps others out until the caller's transaction ends. An
     * upsert does so by itself; this is for who starts more than that upsert.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn(Actor actor) {
        actor.must(Permission.EDIT_PEOPLE);
        turns.takeTurn(actor.organization());
    }

    /** What an upsert would do now, for a dry run; writes nothing. The ids of people who would be created mean nothing. */
    public List<Upserted> compare(Actor actor, List<SupporterDraft> drafts, Rehearsal rehearsal) {
        actor.must(Permission.EDIT_PEOPLE);
        return upserts.compare(actor.organization(), drafts, rehearsal);
    }

    /** Whoever has this number, else a new supporter without a name. Two texts at once from a new number make one person. */
    @Transactional
    public SupporterId known(OrganizationId organizationId, PhoneNumber phone) {
        return Objects.requireNonNull(known(organizationId, List.of(phone)).get(phone));
    }

    /** As {@link #known(OrganizationId, PhoneNumber)} for many, with as many statements. */
    @Transactional
    public Map<PhoneNumber, SupporterId> known(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        if (phones.isEmpty()) return Map.of();
        var known = new HashMap<>(this.phones.firstHolders(organizationId, phones));
        var strangers = new LinkedHashSet<>(phones);
        strangers.removeAll(known.keySet());
        if (strangers.isEmpty()) return known;
        turns.takeTurn(organizationId);
        // Whoever was first has ended by now.
        known.putAll(this.phones.firstHolders(organizationId, strangers));
        strangers.removeAll(known.keySet());
        if (strangers.isEmpty()) return known;
        var newcomers = new LinkedHashMap<PhoneNumber, SupporterId>();
        strangers.forEach(phone -> newcomers.put(phone, new SupporterId(Id.next())));
        store.newcomers(organizationId, newcomers.values(), "text", clock.instant());
        this.phones.add(organizationId, newcomers);
        known.putAll(newcomers);
        return known;
    }

    /**
     * As {@link #known(OrganizationId, PhoneNumber)} of someone whose name is told, too: whoever has the number and that
     * first name, or no name, which they get; else someone new. Nothing that is known of a person changes.
     */
    @Transactional
    public SupporterId known(OrganizationId organizationId, SupporterDraft draft) {
        turns.takeTurn(organizationId);
        var folded = new FoldedName(draft.firstName());
        for (var phone : draft.phones()) {
            var holders = phones.holders(organizationId, phone);
            var people = store.all(organizationId, holders);
            for (var holder : holders) {
                var person = people.get(holder);
                if (person != null && new FoldedName(person.firstName()).equals(folded)) return holder;
            }
        }
        return upserts.upsert(organizationId, List.of(draft), Optional.empty())
                .getFirst()
                .supporterId();
    }

    /** Makes the tag when it is new. Set-based; ids of other organizations are passed over. */
    @Transactional
    public void tag(Actor actor, Collection<SupporterId> supporters, String tag) {
        mayTouch(actor);
        if (supporters.isEmpty()) return;
        var name = Tag.named(tag);
        tags.make(actor.organization(), Set.of(name), clock.instant());
        tags.put(actor.organization(), Set.copyOf(supporters), Set.of(name), clock.instant());
    }

    /** Takes the tag off; nothing happens to those without it. */
    @Transactional
    public void untag(Actor actor, Collection<SupporterId> supporters, String tag) {
        mayTouch(actor);
        if (supporters.isEmpty()) return;
        tags.named(actor.organization(), Tag.named(tag))
                .ifPresent(id -> tags.remove(actor.organization(), supporters, id));
    }

    /** Writes something down about the person: 1 to 2,000 characters. */
    @Transactional
    public void note(Actor actor, SupporterId supporterId, String words) {
        mayTouch(actor);
        var plain = words.strip();
        if (plain.isEmpty()) throw new Problem.Invalid("note", "problem.empty");
        if (plain.codePointCount(0, plain.length()) > LONGEST_NOTE)
            throw new Problem.Invalid("note", "problem.too-long", 2_000);
        mustHave(actor, supporterId);
        notes.add(actor.organization(), supporterId, actor.member(), plain, clock.instant());
    }

    /** In which language they want to be written to: a code of two or three letters. */
    @Transactional
    public void speaks(Actor actor, SupporterId supporterId, String language) {
        mayTouch(actor);
        if (!language.matches("[a-z]{2,3}")) throw new Problem.Invalid("language", "problem.language-unknown");
        mustHave(actor, supporterId);
        store.speaks(actor.organization(), supporterId, language, clock.instant());
    }

    /** The latest notes before that instant, newest first; at most limit. */
    @Transactional(readOnly = true)
    public List<Note> notes(Actor actor, SupporterId supporterId, Instant before, int limit) {
        actor.must(Permission.SEE_PEOPLE);
        return notes.before(actor.organization(), supporterId, before, limit);
    }

    /** Somebody opened this person's page: goes to the audit log. */
    @Transactional
    public void opened(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_PEOPLE);
        mustHave(actor, supporterId);
        audit.add(actor, "supporter.seen", "supporter", Optional.of(supporterId.value()), "");
    }

    /** Someone who sees masked numbers looked at this person's whole ones: goes to the audit log. */
    @Transactional
    public void revealed(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_PEOPLE);
        actor.must(Permission.SEE_NUMBERS);
        mustHave(actor, supporterId);
        audit.add(actor, "number.revealed", "supporter", Optional.of(supporterId.value()), "");
    }

    /** Wrong number: the phone is this person's no more; the next of their phones moves up. Others who share it keep it. */
    @Transactional
    public void detachPhone(Actor actor, SupporterId supporterId, PhoneNumber phone) {
        mayTouch(actor);
        mustHave(actor, supporterId);
        var had = phones.of(actor.organization(), List.of(supporterId)).getOrDefault(supporterId, List.of());
        // Said twice, or by two texters at once: it is gone already.
        if (!had.contains(phone)) return;
        phones.replace(
                actor.organization(),
                supporterId,
                had.stream().filter(each -> !each.equals(phone)).toList());
        households.settle(actor.organization(), List.of(supporterId));
        store.touch(actor.organization(), List.of(supporterId), clock.instant());
    }

    /** Deletes the person and all that is theirs, for good. What their numbers said about being texted stays in the ledger. */
    @Transactional
    public void erase(Actor actor, SupporterId supporterId) {
        actor.must(Permission.EDIT_PEOPLE);
        mustHave(actor, supporterId);
        erase(actor.organization(), Set.of(supporterId));
        audit.add(actor, "supporter.erased", "supporter", Optional.of(supporterId.value()), "");
    }

    /**
     * As {@link #erase} for many, set-based; ids of other organizations are passed over. The caller writes the audit log,
     * since it knows how they were chosen.
     */
    @Transactional
    public void eraseAll(Actor actor, Collection<SupporterId> supporters) {
        actor.must(Permission.EDIT_PEOPLE);
        var ours = store.ours(actor.organization(), supporters);
        if (!ours.isEmpty()) erase(actor.organization(), ours);
    }

    private void erase(OrganizationId organizationId, Set<SupporterId> supporters) {
        announce.publishEvent(new SupportersErased(organizationId, supporters));
        var companions = households.companions(organizationId, supporters);
        store.delete(organizationId, supporters);
        households.settle(organizationId, companions);
    }

    /** Who lives with them, the longest known first; nobody for someone who lives alone. */
    @Transactional(readOnly = true)
    public List<Supporter> household(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_PEOPLE);
        var companions = households.companions(actor.organization(), Set.of(supporterId));
        var found = store.all(actor.organization(), companions);
        return companions.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Every tag of the organization, by name. */
    @Transactional(readOnly = true)
    public List<Tag> tags(OrganizationId organizationId) {
        return tags.all(organizationId);
    }

    private static void mayTouch(Actor actor) {
        if (!actor.may(Permission.TEXT)) actor.must(Permission.EDIT_PEOPLE);
    }

    private void mustHave(Actor actor, SupporterId supporterId) {
        if (!store.has(actor.organization(), supporterId)) throw missing(supporterId);
    }

    private static Problem.Missing missing(SupporterId supporterId) {
        return new Problem.Missing("supporter", supporterId);
    }
}
