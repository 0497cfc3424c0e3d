package org.rung.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many people at once, matched on (phone, folded first name), in a fixed number of statements. Whoever upserts takes
 * the organization's turn first: two imports and the API see each other's people, and nobody waits in a circle.
 */
@Component
class Upserts {
    static final int MOST = 10_000;
    private static final int TRIES = 5;

    private final UpsertStore store;
    private final TagUpsertStore tags;
    private final FieldUpsertStore fields;
    private final FieldStore definitions;
    private final HouseholdStore households;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Upserts(
            UpsertStore store,
            TagUpsertStore tags,
            FieldUpsertStore fields,
            FieldStore definitions,
            HouseholdStore households,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.tags = tags;
        this.fields = fields;
        this.definitions = definitions;
        this.households = households;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** In its own transaction when none is open, and then again when another writer won; else in the caller's. */
    List<Upserted> upsert(OrganizationId organizationId, List<SupporterDraft> drafts, Optional<Long> batchId) {
        if (drafts.size() > MOST) throw new Problem.Invalid("people", "problem.at-once", MOST);
        if (drafts.isEmpty()) return List.of();
        if (TransactionSynchronizationManager.isActualTransactionActive()) return once(organizationId, drafts, batchId);
        for (int tried = 1; ; tried++) {
            try {
                return transaction.execute(status -> once(organizationId, drafts, batchId));
            } catch (ConcurrencyFailureException | DataIntegrityViolationException lost) {
                // A deadlock with some other room, or a person erased meanwhile: both are gone when we look again.
                if (tried == TRIES) throw lost;
            }
        }
    }

    /** What {@link #upsert} would make of these now; writes nobody. A person who would be created has a made-up id. */
    List<Upserted> compare(OrganizationId organizationId, List<SupporterDraft> drafts, Rehearsal rehearsal) {
        var matched = match(organizationId, drafts, rehearsal);
        rehearsal.meet(matched.people, store.withSeveralPhones(organizationId, matched.knownIds()));
        var names = tagNames(drafts);
        if (!names.isEmpty()) {
            var tags = rehearsal.tags(names, this.tags.known(organizationId, names));
            rehearsal.tagged(tagged(organizationId, drafts, matched, tags, rehearsal));
        }
        var labels = labels(drafts);
        if (!labels.isEmpty()) {
            var fields = rehearsal.fields(labels.keySet(), this.fields.known(organizationId, labels.keySet()));
            rehearsal.filled(filled(organizationId, drafts, matched, fields, rehearsal));
        }
        return matched.outcomes();
    }

    private List<Upserted> once(OrganizationId organizationId, List<SupporterDraft> drafts, Optional<Long> batchId) {
        var now = clock.instant();
        store.takeTurn(organizationId);
        var matched = match(organizationId, drafts, Rehearsal.ofOne());
        store.insert(
                organizationId,
                matched.people.stream().filter(person -> person.made).toList(),
                now);
        store.update(
                organizationId,
                matched.people.stream().filter(PersonInHand::toUpdate).toList(),
                now);
        store.addPhones(organizationId, matched.people);
        households.settle(organizationId, matched.together);
        tag(organizationId, drafts, matched, now);
        fill(organizationId, drafts, matched, now);
        var touched = matched.touched();
        if (!touched.isEmpty()) store.touch(organizationId, touched, now);
        batchId.ifPresent(batch -> store.addToBatch(organizationId, batch, matched.ids()));
        return matched.outcomes();
    }

    private Matched match(OrganizationId organizationId, List<SupporterDraft> drafts, Rehearsal rehearsal) {
        var phones = new LinkedHashSet<PhoneNumber>(drafts.size() * 2);
        drafts.forEach(draft -> phones.addAll(draft.phones()));
        var book = new PhoneBook(phones.size());
        store.holders(organizationId, phones)
                .forEach((phone, people) -> people.forEach(person -> book.enter(phone, rehearsal.asMet(person))));
        phones.forEach(phone -> rehearsal.holders(phone).forEach(person -> book.enter(phone, person)));
        var defaults = store.defaults(organizationId);
        var taken = store.takenPlaces(organizationId, book.whoMayGrow(drafts));
        var matched = new Matched(drafts.size());
        for (var draft : drafts) {
            var known = book.whoIs(draft);
            var full = known.filter(person -> taken.getOrDefault(person.supporterId, 0) + person.numbersWith(draft)
                    > SupporterDraft.MOST_PHONES_EVER);
            if (full.isPresent()) {
                matched.full(full.get());
                continue;
            }
            var person = known.orElseGet(() -> made(draft, defaults));
            boolean changed = known.isPresent() && person.learn(draft);
            draft.phones().forEach(phone -> book.enter(phone, person));
            matched.add(person, known.isEmpty(), changed);
        }
        for (var person : matched.people)
            if (person.moved() || !person.newPhones().isEmpty() && book.shared(person))
                matched.together.add(person.supporterId);
        return matched;
    }

    private static PersonInHand made(SupporterDraft draft, UpsertStore.Defaults defaults) {
        var country =
                draft.phones().stream().findFirst().flatMap(HomeCountry::of).orElse(defaults.country());
        return new PersonInHand(
                new SupporterId(Id.next()),
                true,
                Details.of(draft, country, defaults.language()),
                new LinkedHashSet<>(draft.phones()));
    }

    private void tag(OrganizationId organizationId, List<SupporterDraft> drafts, Matched matched, Instant now) {
        var names = tagNames(drafts);
        if (names.isEmpty()) return;
        var added =
                tagged(organizationId, drafts, matched, this.tags.named(organizationId, names, now), Rehearsal.ofOne());
        this.tags.add(organizationId, added, now);
    }

    /** The taggings to add. */
    private List<TagUpsertStore.Tagging> tagged(
            OrganizationId organizationId,
            List<SupporterDraft> drafts,
            Matched matched,
            Map<String, TagId> tags,
            Rehearsal rehearsal) {
        var has = this.tags.of(organizationId, matched.knownIds(), Set.copyOf(tags.values()));
        matched.people.forEach(person -> has.addAll(rehearsal.taggings(person)));
        var added = new ArrayList<TagUpsertStore.Tagging>();
        for (int i = 0; i < drafts.size(); i++)
            for (var name : matched.full(i) ? Set.<String>of() : drafts.get(i).tags()) {
                var tagId = tags.get(name);
                if (tagId == null) continue;
                var tagging = new TagUpsertStore.Tagging(matched.person(i).supporterId, tagId);
                if (has.add(tagging)) {
                    added.add(tagging);
                    matched.changed(i);
                }
            }
        return added;
    }

    private void fill(OrganizationId organizationId, List<SupporterDraft> drafts, Matched matched, Instant now) {
        var labels = labels(drafts);
        if (labels.isEmpty()) return;
        var named = this.fields.named(organizationId, labels, now);
        this.fields.put(
                organizationId,
                filled(organizationId, drafts, matched, named, Rehearsal.ofOne()),
                typed(organizationId));
    }

    private Map<CustomFieldId, CustomField> typed(OrganizationId organizationId) {
        return definitions.all(organizationId).stream()
                .filter(field -> field.type() != FieldType.TEXT)
                .collect(Collectors.toMap(CustomField::customFieldId, Function.identity()));
    }

    /** @throws Problem.Invalid for a value that is none of its field's type; who reads rows has told of it before */
    private Map<FieldUpsertStore.Filled, String> filled(
            OrganizationId organizationId,
            List<SupporterDraft> drafts,
            Matched matched,
            Map<FieldKey, CustomFieldId> fields,
            Rehearsal rehearsal) {
        var has = this.fields.of(organizationId, matched.knownIds(), fields.values());
        var typed = typed(organizationId);
        matched.people.forEach(person -> has.putAll(rehearsal.values(person)));
        var keys = new HashMap<String, FieldKey>();
        var changed = new LinkedHashMap<FieldUpsertStore.Filled, String>();
        for (int i = 0; i < drafts.size(); i++)
            for (var said : drafts.get(i).fields().entrySet()) {
                if (said.getValue().isEmpty() || matched.full(i)) continue;
                var field = fields.get(keys.computeIfAbsent(said.getKey(), FieldKey::of));
                if (field == null) continue;
                var filled = new FieldUpsertStore.Filled(matched.person(i).supporterId, field);
                var type = typed.get(field);
                var value = type == null ? said.getValue() : type.written(said.getValue());
                if (value.equals(has.put(filled, value))) continue;
                changed.put(filled, value);
                matched.changed(i);
            }
        return changed;
    }

    private static Set<String> tagNames(List<SupporterDraft> drafts) {
        var names = new LinkedHashSet<String>();
        drafts.forEach(draft -> names.addAll(draft.tags()));
        return names;
    }

    private static Map<FieldKey, String> labels(List<SupporterDraft> drafts) {
        var labels = new LinkedHashMap<FieldKey, String>();
        var seen = new HashSet<String>();
        for (var draft : drafts)
            for (var label : draft.fields().keySet())
                if (seen.add(label)) labels.putIfAbsent(FieldKey.of(label), label);
        return labels;
    }

    /** Who each draft turned out to be. */
    private static final class Matched {
        final Set<PersonInHand> people;
        /** Whose household may be another one now. */
        final Set<SupporterId> together = new LinkedHashSet<>();

        private final List<PersonInHand> byDraft;
        private final List<Upserted.Outcome> outcomes;

        Matched(int size) {
            people = LinkedHashSet.newLinkedHashSet(size);
            byDraft = new ArrayList<>(size);
            outcomes = new ArrayList<>(size);
        }

        void add(PersonInHand person, boolean created, boolean changed) {
            people.add(person);
            byDraft.add(person);
            outcomes.add(
                    created
                            ? Upserted.Outcome.CREATED
                            : changed ? Upserted.Outcome.UPDATED : Upserted.Outcome.UNCHANGED);
        }

        /** A draft that is not taken; it stays among the outcomes, so that they are in the order of the drafts. */
        void full(PersonInHand person) {
            byDraft.add(person);
            outcomes.add(Upserted.Outcome.FULL);
        }

        boolean full(int draft) {
            return outcomes.get(draft) == Upserted.Outcome.FULL;
        }

        void changed(int draft) {
            if (outcomes.get(draft) == Upserted.Outcome.UNCHANGED) outcomes.set(draft, Upserted.Outcome.UPDATED);
        }

        PersonInHand person(int draft) {
            return byDraft.get(draft);
        }

        List<SupporterId> ids() {
            return people.stream().map(person -> person.supporterId).toList();
        }

        List<SupporterId> knownIds() {
            return people.stream()
                    .filter(person -> !person.made)
                    .map(person -> person.supporterId)
                    .toList();
        }

        /** Known people of whom something beside their own row changed. */
        List<SupporterId> touched() {
            var touched = new LinkedHashSet<SupporterId>();
            for (int i = 0; i < byDraft.size(); i++) {
                var person = byDraft.get(i);
                if (outcomes.get(i) == Upserted.Outcome.UPDATED && !person.made && !person.toUpdate())
                    touched.add(person.supporterId);
            }
            return List.copyOf(touched);
        }

        List<Upserted> outcomes() {
            var all = new ArrayList<Upserted>(byDraft.size());
            for (int i = 0; i < byDraft.size(); i++) all.add(new Upserted(byDraft.get(i).supporterId, outcomes.get(i)));
            return all;
        }
    }
}
